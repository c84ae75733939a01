package dev.beatcut.studio.plan;

import java.util.List;
import java.util.regex.MatchResult;

/** The picture from black and to black at the ends of the film. */
final class Fades implements Topic {

    private static final long USUAL_MS = 1000;

    private static final String OVER =
            "(?: ?,? ?(?:over|for|of|in|lasting|during|taking|within)? ?(?:the )?(?:first |last )?(?<ms>{time})(?: long)?)?";
    private static final String AT =
            "(?: (?:at|in|on) (?:the )?(?:very )?(?:start|beginning|end|ending|both ends)(?: of {the}{film})?)?";
    private static final String LEAD =
            "(?:\\b(?:add|use|with|make|do|put|have|want|let it|make it|it should|start with|begin with|end with|finish with|a|an|the|short|quick|slow|long|gentle|nice|of|picture|video|(?<before>{time})) ){0,5}";
    private static final String BLACK = "(?: ?(?:from|to|into) black)?";
    private static final String OVER_ZH = "(?:(?:持续|用时?|时长|,)?(?<ms>{time}))?";

    private static final List<Phrase> PHRASES = List.of(
            none(
                    "(?:(?:\\b(?:no|without|remove|delete|drop|lose|get rid of) |{not}(?:use |add |want |do |make )?)(?:the |any |all )*)(?:(?<in>fade[- ]?ins?)|(?<out>fade[- ]?outs?|fade to black)|(?:fades?|fading)\\b(?: (?:at|in|on) (?:the )?(?:very )?(?:(?<atstart>start|beginning)|(?<atend>end|ending))\\b)?)"
                            + BLACK + AT),
            none(
                    "(?:{zhnot}(?:加|做|用)?|去掉|去除|取消|删掉)(?:(?:片头|开头|开始|片尾|结尾)的?)?(?:(?<in>淡入(?!淡出))|(?<out>(?<!淡入)淡出|渐黑)|淡入淡出|渐显渐隐)(?:效果)?"),
            some(
                    "{begin}" + LEAD + "fade[- ]?(?:in and (?:fade )?out|in/out|in & out|in fade out)\\b" + BLACK + AT
                            + OVER,
                    true,
                    true),
            some(
                    "{begin}" + LEAD
                            + "fades? (?:at|on) (?:both ends|the start and (?:the )?end|the beginning and (?:the )?end|the ends)"
                            + OVER,
                    true,
                    true),
            some(
                    "{begin}" + LEAD + "fade[- ]?ins?\\b(?: {the}{film})?" + BLACK + AT + OVER + "(?! and out)",
                    true,
                    false),
            some("{begin}" + LEAD + "(?:fade|start|begin|come in) from black\\b" + AT + OVER, true, false),
            some("{begin}" + LEAD + "fade[- ]?outs?\\b(?: {the}{film})?" + BLACK + AT + OVER, false, true),
            some(
                    "{begin}" + LEAD + "(?:fade|dip|end|finish|go) (?:to|in|into|with a fade to) black\\b" + AT + OVER,
                    false,
                    true),
            some("\\b(?:start|begin|open) with a (?:(?<before>{time}) )?fade\\b" + OVER, true, false),
            some("\\b(?:end|finish|close) with a (?:(?<before>{time}) )?fade\\b" + OVER, false, true),
            some("(?:加上?|添加|用|做)?(?:一个|个)?(?:淡入淡出|渐显渐隐|首尾淡化)(?:效果)?" + OVER_ZH, true, true),
            some(
                    "(?:开头|片头|开始)?(?:加上?|添加|用|做)?(?:一个|个)?(?:(?<before>{time})的?)?(?:淡入|从黑(?:场|屏)(?:淡入|开始|渐显)?|黑场开头|渐显)(?:效果)?"
                            + OVER_ZH,
                    true,
                    false),
            some(
                    "(?:结尾|片尾|最后|结束)?(?:时)?(?:加上?|添加|用|做)?(?:一个|个)?(?:(?<before>{time})的?)?(?:淡出(?:到?黑(?:场|屏)?)?|渐黑|黑场结(?:尾|束)|渐隐)(?:效果)?"
                            + OVER_ZH,
                    false,
                    true));

    private static final String MUSIC =
            "{the}(?:background |backing )?(?:music|song|bgm|soundtrack|track|sound|audio)\\b";
    private static final String MUSIC_ZH = "(?:背景)?(?:音乐|配乐|歌曲|bgm|声音)";
    private static final List<Phrase> OF_MUSIC = List.of(
            music(
                    "(?:\\b(?:no|without|remove|drop|stop) |{not})(?:the |any )?(?:fade " + MUSIC
                            + "|music fad(?:e|ing))(?:[- ]?(?:(?<in>ins?)|(?<out>outs?)))?\\b" + AT,
                    true),
            music(
                    "\\b(?:let |have |make )?(?:fade |fading )" + MUSIC
                            + " (?:to )?(?:(?<in>in)|(?<out>out|away|down))\\b(?: slowly| gently)?" + AT + OVER,
                    false),
            music(
                    "\\b(?:fade |fading )(?:(?<in>in)|(?<out>out|away|down)) " + MUSIC + "(?: slowly| gently)?" + AT
                            + OVER,
                    false),
            music(
                    "\\b(?:let |have |make )?" + MUSIC
                            + " (?:should |to )?(?:slowly |gently )?(?:fades?[- ]?|fading )(?:(?<in>in)|(?<out>out|away))\\b"
                            + AT + OVER,
                    false),
            music("\\b(?:let )?" + MUSIC + " (?:should )?(?:die|dies) (?<out>away)" + AT + OVER, false),
            music(
                    MUSIC_ZH
                            + "(?:在)?(?:最后|结尾|片尾|开头|开始)?(?:时)?(?:慢慢|渐渐|逐渐)?(?:地)?(?:(?<in>淡入|渐强|渐入)|(?<out>淡出|渐弱|渐出|消失))"
                            + OVER_ZH,
                    false));

    private static Phrase music(String template, boolean none) {
        return Phrase.of(template, match -> {
            boolean in = has(match, "in");
            boolean out = has(match, "out");
            return new Wish.MusicFade(in || none && !out, out || none && !in, none ? 0 : ms(match));
        });
    }

    private static Phrase some(String template, boolean in, boolean out) {
        return Phrase.of(template, match -> new Wish.Fade(in, out, ms(match)));
    }

    private static Phrase none(String template) {
        return Phrase.of(template, match -> {
            boolean in = has(match, "in") || has(match, "atstart");
            boolean out = has(match, "out") || has(match, "atend");
            return new Wish.Fade(in || !out, out || !in, 0);
        });
    }

    private static boolean has(MatchResult match, String group) {
        return match.namedGroups().containsKey(group) && match.group(group) != null;
    }

    private static long ms(MatchResult match) {
        for (var group : List.of("ms", "before")) {
            if (has(match, group)) {
                return Durations.ms(match.group(group));
            }
        }
        return USUAL_MS;
    }

    @Override
    public void read(Sentence sentence) {
        OF_MUSIC.forEach(sentence::read);
        PHRASES.forEach(sentence::read);
    }
}

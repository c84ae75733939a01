package dev.beatcut.studio.plan;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Where in the song the film begins. */
final class SongStarts implements Topic {

    private static final String SONG = "(?:the |my |this )?(?:song|music|track|bgm|audio)";
    private static final String PART =
            "(?<part>(?:first |main |big |beat )?drop\\b|chorus|hook\\b|refrain|best (?:part|bit"
                    + "|section)|climax|most energetic part|(?:very )?(?:start|beginning))";
    private static final Pattern ENGLISH =
            Pattern.compile("(?:\\b(?:start|starting|begin|beginning|play|playing|use|using|take|cut in)\\b ?)?(?:"
                    + SONG + " ?)?(?:\\b(?:start|starting|starts|begin|beginning|playing)\\b ?)?"
                    + "(?:\\b(?:from|at|with|on)\\b )(?:the )?" + PART + "(?: (?:of|in) " + SONG + ")?"
                    + "|\\b(?:use|using|take|only|just) (?:only |just )?(?:the )?" + PART.replace("part>", "part2>")
                    + "(?: (?:of|in|from) " + SONG + ")?"
                    + "|\\b(?:start|starting|begin|beginning|play|playing) (?:" + SONG + " )?(?:from|at) (?<at>"
                    + Durations.ANY + ")(?: (?:of|in|into) " + SONG + ")?"
                    + "|" + SONG + " (?:starts?|starting|begins?)? ?(?:from|at) (?<at2>" + Durations.ANY + ")"
                    + "|\\bfrom (?<at3>\\d+:\\d\\d)(?: (?:of|in) " + SONG + "| on(?:wards?)?)?(?! ?(?:to|-|until))");
    private static final Pattern CHINESE =
            Pattern.compile("(?:(?:音乐|歌曲?|配乐|bgm))?(?:从|在|用)(?:音乐|歌曲?|配乐|bgm)?的?(?:第)?(?:(?<part>副歌|高潮|最精彩|最好听|最燃"
                    + "|drop|头)(?:的)?(?:部分|地方|片段|段落|那段)?|(?<at>" + Durations.ANY + "))(?:开始|起|进)?(?:播放)?");

    @Override
    public void read(Sentence sentence) {
        sentence.read(ENGLISH, m -> wish(first(m, "part", "part2"), first(m, "at", "at2", "at3")));
        sentence.read(CHINESE, m -> wish(m.group("part"), m.group("at")));
    }

    private static Wish wish(String part, String at) {
        if (at != null) {
            return new Wish.SongFrom(new SongPoint.At(Durations.ms(at)));
        }
        if (part.matches(".*(?:start|beginning)|头")) {
            return new Wish.SongFrom(new SongPoint.At(0));
        }
        return new Wish.SongFrom(part.endsWith("drop") ? new SongPoint.Drop() : new SongPoint.Best());
    }

    private static String first(MatchResult match, String... groups) {
        for (var group : groups) {
            if (match.group(group) != null) {
                return match.group(group);
            }
        }
        return null;
    }
}

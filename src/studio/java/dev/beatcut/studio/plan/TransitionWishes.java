package dev.beatcut.studio.plan;

import java.util.List;
import java.util.regex.MatchResult;

/** How the shots give way to each other, and at which cuts. */
final class TransitionWishes implements Topic {

    private static final String LEAD =
            "(?:\\b(?:add|use|with|put|insert|apply|include|make|do|have|want|give me|place|some|a|an|the|more|white|short|quick|small|nice|cool|soft|smooth|subtle|little|effect|effects) ){0,5}";
    private static final String NOUN = "(?: (?:transitions?|effects?|cuts?))?";
    private static final String FLASH = "(?:flash(?:es|ing)?|strobes?)\\b";
    private static final String CROSSFADE =
            "(?:cross[- ]?(?:fades?|dissolves?)|dissolves?|fade transitions?|fades? (?=between|from one)|(?:soft|smooth|gentle|softer|smoother|gentler) transitions?)\\b";
    private static final String ZOOM =
            "(?:zoom[- ]?(?:punch(?:es)?|ins?|cuts?|hits?)?|punch(?:es)?(?:[- ]?(?:in|zoom)s?)?|zooms)\\b";
    private static final String ANY = "(?:transitions?)\\b(?: effects?)?";
    private static final String KINDS =
            "(?:(?<flash>" + FLASH + ")|(?<crossfade>" + CROSSFADE + ")|(?<zoom>" + ZOOM + ")|(?<any>" + ANY + "))";
    private static final String EVERY =
            "(?:(?:the|each|every|all|all the|all of the|any|song|music|new|beat|its) ){0,3}";
    private static final String AT = "(?:on|at|with|for|between|to|in|from one) ";
    private static final String ROLE =
            "(?:(?<drops>drops?|chorus drops?)|(?<sections>sections?(?: changes?)?|parts?|section to (?:the )?next)|(?<bars>bar starts?|(?:start|beginning|first beat)s? of (?:each|every|the|a) (?:bar|measure)s?|bars?|measures?|downbeats?|bar lines?)"
                    + "|(?<all>beats?|cuts?|clips?|shots?|scenes?|photos?|pictures?|videos?|clip to (?:the )?next|times?))\\b";
    private static final String ELSEWHERE =
            "(?:elsewhere|everywhere else|otherwise|in between|(?:for|on|at|between) (?:all )?{the}(?:rest|others?|other (?:cuts|clips|shots))\\b)";

    private static final String FLASH_ZH = "(?:闪白|白闪|闪光|闪屏|闪一下|闪烁)";
    private static final String CROSSFADE_ZH =
            "(?:叠化|交叉溶解|交叉淡化|交叉淡入淡出|溶解|渐变(?:过渡|转场)|淡入淡出(?:的)?(?:过渡|转场)|柔和(?:的)?(?:过渡|转场))";
    private static final String ZOOM_ZH = "(?:缩放冲击|冲击缩放|放大冲击|推近|变焦|缩放|zoom(?! ?[a-z]))";
    private static final String KINDS_ZH = "(?:(?<flash>" + FLASH_ZH + ")|(?<crossfade>" + CROSSFADE_ZH + ")|(?<zoom>"
            + ZOOM_ZH + ")|(?<any>转场|过渡))(?:的)?(?:转场|过渡)?(?:效果|特效|动画)?";
    private static final String ROLE_ZH =
            "(?:(?<drops>drop|高潮|爆点|炸点|落点)|(?<sections>段落|乐段|段与段)|(?<bars>小节|重拍|强拍)|(?<all>节拍|每拍|拍子|鼓点|镜头|片段|画面|剪切点|切点|照片))"
                    + "(?:的)?(?:之间|切换|转换|时候|处|时|上|点|间)?";
    private static final String LEAD_ZH = "(?:用|加上?|添加|使用|换成|改成|做|要|来|一个|一些|个|点){0,3}";

    private static final List<Phrase> PHRASES = List.of(
            none(
                    "(?:(?:\\b(?:no|without|remove|delete|drop|kill|lose|get rid of|take out|turn off) |{not}(?:use |add |want |do |make |have |like )?)(?:the |any |all |of |more )*)"
                            + KINDS + NOUN + "(?: " + AT + EVERY + ROLE + ")?(?: any ?more)?"),
            Phrase.of(
                    "\\b(?:only |just |plain |simple |use |with |make |go back to )*(?:straight|hard|plain|simple|clean|regular) cuts\\b(?: only)?",
                    new Wish.NoTransition(null)),
            none("(?:{zhnot}(?:用|加|做|使用|有)?|去掉|去除|删掉|删除|取消|移除|无|没有)(?:所有)?(?:的)?" + KINDS_ZH),
            Phrase.of("(?:直接切换?|硬切)", new Wish.NoTransition(null)),
            Phrase.several("\\b(?:keep|leave) " + EVERY + KINDS + NOUN, match -> List.of()),
            some(LEAD + KINDS + NOUN + "(?:,? (?:please|pls|but|and)){0,2} (?:(?:only|just|everywhere) )?" + AT + EVERY
                    + ROLE),
            some(LEAD + KINDS + NOUN + " " + ELSEWHERE),
            some(ELSEWHERE + ",? " + LEAD + KINDS + NOUN),
            some("(?:其他|其它|其余)(?:的)?(?:地方|部分|镜头|时候)?(?:都|就)?" + LEAD_ZH + KINDS_ZH),
            some("(?<!\\b(?:cut|cuts|cutting|switch|change|edit) )\\b" + AT + EVERY + ROLE + ",? " + LEAD + KINDS
                    + NOUN),
            some("\\b(?:make (?:it|the screen|the picture) )(?<flash>flash) " + AT + EVERY + ROLE),
            some("\\b(?<flash>flash) (?:white )?" + AT + EVERY + ROLE),
            some(LEAD + KINDS + NOUN + "(?: everywhere)?(?:{end}|(?= (?:for|with|to|transitions)\\b))"),
            some("(?:在|每个|每|所有|各|个)*" + ROLE_ZH + "(?:都|就)?" + LEAD_ZH + KINDS_ZH),
            some(LEAD_ZH + KINDS_ZH));

    private static Phrase none(String template) {
        return Phrase.of(template, match -> new Wish.NoTransition(kind(match)));
    }

    private static Phrase some(String template) {
        return Phrase.several(template, TransitionWishes::wishes);
    }

    /** Where only one of kind and role is said, the other follows the music: flashes hit drops, sections flow. */
    private static List<Wish> wishes(MatchResult match) {
        var kind = kind(match);
        var role = role(match);
        if (kind != null) {
            return List.of(new Wish.Transition(kind, role == null ? Role.EVERYWHERE : role));
        }
        if (role == null) {
            return List.of(
                    new Wish.Transition(TransitionKind.FLASH, Role.DROPS),
                    new Wish.Transition(TransitionKind.CROSSFADE, Role.SECTIONS));
        }
        return List.of(
                switch (role) {
                    case DROPS -> new Wish.Transition(TransitionKind.FLASH, role);
                    case BARS -> new Wish.Transition(TransitionKind.ZOOM_PUNCH, role);
                    case SECTIONS, EVERYWHERE -> new Wish.Transition(TransitionKind.CROSSFADE, role);
                });
    }

    private static TransitionKind kind(MatchResult match) {
        return has(match, "flash")
                ? TransitionKind.FLASH
                : has(match, "crossfade")
                        ? TransitionKind.CROSSFADE
                        : has(match, "zoom") ? TransitionKind.ZOOM_PUNCH : null;
    }

    private static Role role(MatchResult match) {
        return has(match, "drops")
                ? Role.DROPS
                : has(match, "sections")
                        ? Role.SECTIONS
                        : has(match, "bars") ? Role.BARS : has(match, "all") ? Role.EVERYWHERE : null;
    }

    private static boolean has(MatchResult match, String group) {
        return match.namedGroups().containsKey(group) && match.group(group) != null;
    }

    @Override
    public void read(Sentence sentence) {
        PHRASES.forEach(sentence::read);
    }
}

package dev.beatcut.studio.plan;

import java.util.List;

/** Music for a video that stays as it is, and the best of a song with pictures cut to it. */
final class Jobs implements Topic {

    private static final String THE = "(?:(?:the|my|this|a|some|that|our|your|its|best|right) ){0,2}";
    private static final String MUSIC = "(?:(?:background|backing) )?(?:music|song|bgm|soundtrack|track)\\b";
    private static final String VIDEO =
            "(?:videos?|films?|movies?|vlogs?|recordings?|footage|clip|cuts|scene changes|video's (?:own )?cuts|edit)\\b";
    private static final String DROPS = "(?:beat |bass |music |song's |music's )?drops?\\b";
    private static final String DROPS_TO_CUTS =
            "(?:adjust|align|match|put|place|sync|move|time|set|land|fit|hit|make)(?: up)? " + THE + DROPS
                    + "(?: (?:so (?:that )?(?:it|they)|to|on|with|at|match(?:es)?|meets?|hits?|fits?|lands?|on(?:to)?|up|line)){1,4} "
                    + THE + VIDEO;
    private static final String FIT = "(?:sync(?:h|hroni[sz]e)?|match|align|fit|adjust|time|set|put|place|lay|add)";
    private static final String BEST = "(?:highlights?|best of|best moments|best bits)";
    private static final String MUSIC_ZH = "(?:背景)?(?:音乐|配乐|歌曲|bgm)";

    private static final List<Phrase> PHRASES = List.of(
            music("\\b" + FIT + "(?: up)? " + THE + MUSIC
                    + " (?:(?:so (?:that )?it )?(?:fits?|match(?:es)?)|to|with|on|onto|under|over|for|in) " + THE
                    + "(?!beat)" + VIDEO + "(?:,? (?:and|so that|so) " + DROPS_TO_CUTS + ")?"),
            music("\\b" + DROPS_TO_CUTS),
            music("\\b(?:music|song|track) (?:is |be )?(?:laid |put |placed |set )?(?:under|underneath|beneath) " + THE
                    + VIDEO + "(?:,? without (?:re-?)?(?:cutting|editing|touching)(?: (?:it|anything))?)?"),
            music("\\b" + FIT + " " + THE + MUSIC
                    + " (?:under|underneath|beneath) (?:it|them|these|those|all of (?:it|them))\\b"),
            music("\\bwithout (?:re-?)?(?:cutting|editing|touching) (?:it|" + THE + "(?:video|film|footage))\\b"),
            music("\\b(?:keep|leave) " + THE
                    + "(?:video|film|footage|clip) (?:as (?:it )?is|as it was|untouched|uncut|unchanged|intact)(?:,? ?(?:and|but)?)(?: just| only)? "
                    + FIT + " " + THE + MUSIC + "(?: (?:to|with|on|onto|under|over) (?:it|" + THE + VIDEO + "))?"),
            music("\\b(?:don't|do not|without) (?:re-?cut|cut|butcher)(?:ting|ing)?(?: up)? " + THE
                    + "(?:video|film|footage)\\b"),
            music(
                    "(?:同步|匹配|对齐|配上?|加上?|添加)" + MUSIC_ZH
                            + "(?:到|给|和|与|跟)(?:我的|这个|这段)?视频(?:里|上|中)?(?:的剪辑点|的切点)?(?:(?:,|并|并且|然后)*(?:调整|让|把)?(?:节拍|音乐|歌曲)?(?:的)?(?:高潮|drop|爆点|重拍|落点|节拍)(?:点)?(?:来)?(?:匹配|对上|对齐|配合|卡在|落在)(?:视频)?(?:的)?(?:剪辑点|切点|镜头切换|剪切点|画面)(?:上)?)?"),
            music("(?:给|为)(?:我的|这个|这段)?视频(?:加上?|配上?|添加)(?:合适的)?" + MUSIC_ZH + "(?!音量)"),
            music("(?:把|让)(?:这首|我的)?" + MUSIC_ZH
                    + "(?:同步|配|对|卡|放|匹配)(?:到|上|在|给)(?:我的|这个|这段)?视频(?:的)?(?:剪辑点|切点|画面)?(?:上|里)?"),
            music(
                    "(?:调整|让|把)(?:音乐|歌曲|节拍)?(?:的)?(?:高潮|drop|爆点|重拍|落点)(?:点)?(?:来)?(?:匹配|对上|对齐|配合|卡在|落在|对准)(?:视频)?(?:的)?(?:剪辑点|切点|镜头切换|剪切点)(?:上)?"),
            music("(?<![个段张条])(?:视频|画面)(?:本身)?(?:不要|别|不)(?:剪|动|改|切)(?:,)?(?:只)?(?:配|加|对)?(?:上)?(?:音乐)?"),
            highlight(
                    "\\bsync (?:{the})?(?:visuals?|pictures?|images?|video|clips|footage) (?:to|with) {the}(?:beats?|music|song) and (?:create|make|build|give me) {the}(?:best )?(?:a )?(?:highlights? )?(?:video|film|reel|edit|montage) (?:from|of|out of|for|with|to) {the}(?:music|song|track)"),
            highlight(
                    "\\b(?:create|make|build|give me|cut|edit|generate|do|produce|turn (?:it|this|my (?:song|music)) into)(?: me)? (?:{the}|a |an )(?:best |short |cool |great )?"
                            + BEST
                            + "(?: (?:video|film|reel|edit|clip|montage|cut))?(?: (?:from|of|out of|for|with|to|using) {the}(?:music|song|track)\\b)?"),
            highlight("\\b" + BEST
                    + " (?:video|film|edit)\\b(?: (?:from|of|out of|for|with|to) {the}(?:music|song|track)\\b)?"),
            highlight(
                    "(?:根据|用|从|按|拿|给|为|把)?(?:我的|这首)?(?:音乐|歌曲?)?(?:做|制作|剪|剪辑|生成|创建|剪成|做成|来)(?:一个|一段|个|段|出)?(?:最好的?|最精彩的?|最佳的?|精彩的?|最燃的?|最炸的?|最棒的?|最美的?)?(?:高光|精彩集锦|精彩瞬间|高能)(?:时刻)?(?:视频|短片|混剪|集锦|片段)?"),
            highlight("(?:高光|高能|精彩集锦)(?:时刻)?(?:视频|短片|混剪|剪辑)"));

    private static Phrase music(String template) {
        return Phrase.of(template, new Wish.Place(Job.MUSIC_TO_VIDEO));
    }

    private static Phrase highlight(String template) {
        return Phrase.of(template, new Wish.Place(Job.HIGHLIGHT));
    }

    @Override
    public void read(Sentence sentence) {
        PHRASES.forEach(sentence::read);
    }
}

package dev.beatcut.studio.plan;

import java.util.regex.Pattern;

/** The main wish, cut to the beat, in the many ways it is said. */
final class Syncs implements Topic {

    private static final String THINGS =
            "(?:(?:the|my|this|these|those|all|its|their|a|some|background|backing|best|highlight"
                    + "|new|your|our|beat|audio|video|image|short) ){0,6}"
                    + "(?:musics?|songs?|bgm|soundtrack|tracks?|audio(?: files?)?|videos?|clips?|photos?"
                    + "|pictures?|images?|visuals|footage|films?|files?|everything|it|cuts?|beats?|rhythm"
                    + "|tempo|drops?|shots?|scenes?|slideshow|edit|montage)\\b";
    private static final String PULSES = "(?:(?:the|my|this|each|every|its|a|one|of|background|beat|song's|music's) "
            + "){0,6}(?:musics?|songs?|bgm|soundtrack|tracks?|audio|beats?|rhythm|tempo|drops?"
            + "|cuts)\\b";
    private static final Pattern ENGLISH =
            Pattern.compile("\\b(?:re-?)?(?:sync(?:h|ed|ing|hroni[sz]e[ds]?)?|match|align|convert|beat[- "
                    + "]?match(?:ed)?)\\b(?: up)?(?: " + THINGS + "(?: (?:and|with) " + THINGS + ")?)?"
                    + "(?: (?:(?:to|so (?:that )?(?:it|they)) )?(?:match(?:es)? |fits? |meet |be |is |are "
                    + ")?(?:(?:on|to|with|at|onto|into|for) )?(?:" + PULSES + "|" + THINGS + "))?"
                    + "|\\b(?:time|edit|cuts?|cutting|adjust|put|place|set|fit|land|snap|combine|arrange"
                    + "|mix)\\b(?: up)? (?:" + THINGS + "(?: (?:and|with) " + THINGS + ")? )?"
                    + "(?:to |so (?:that )?(?:it|they) )?(?:match(?:es)?|fits?|meet|hit|land|on|to|with|at"
                    + "|onto|into)(?: (?:on|with|to))? " + PULSES
                    + "|\\bbeat[- ]?(?:sync(?:ed|hronized)?|cut)\\b(?: " + THINGS
                    + ")?|\\b(?:cuts? )?(?:to|on|with) (?:the )?(?:beats?|music|rhythm|tempo)\\b");
    private static final String FILM =
            "(?:music video|beat video|video|film|movie|edit|reel|montage|slide ?show|highlights?"
                    + "|amv|mv|mashup|recap|compilation)s?\\b";
    private static final Pattern MAKE =
            Pattern.compile("\\b(?:make|create|build|edit|do|produce|generate|give|cut|turn|put)\\b(?: "
                    + "together)?(?: me| us)? (?:(?:a|an|the best|some|out of|into|" + THINGS + ") ){0,6}"
                    + "(?:(?:\\w+[ -]){0,3}?)" + FILM + "(?: " + FILM
                    + ")?(?: (?:from|with|out of|using|of|for|to|and) " + THINGS + "(?: (?:and|with) " + THINGS
                    + ")?){0,4}");
    private static final Pattern BETTER =
            Pattern.compile("\\b(?:make|turn|give) (?:the|my|this) (?:video|film|movie|edit)\\b");
    private static final String PULSE = "(?:节拍点|节拍|节奏点|节奏|鼓点|拍子|拍点|音乐|重音|卡点|beat|bgm|歌曲|背景音乐)";
    private static final Pattern CHINESE = Pattern.compile("(?:卡点|踩点)(?:视频|剪辑|短片|混剪|一下)?"
            + "|(?:按照?|跟着?|跟随|随着?|根据|对着|对上|合着|配合|依照|踩着|顺着|卡着|卡)(?:这首|我的)?(?:音乐|歌曲?|背景音乐)?的?" + PULSE
            + "(?:来)?(?:剪辑|剪切|剪|切换|切|同步|卡点|走)?"
            + "|(?:剪辑|剪切|剪|切换|切|对齐|对|同步|放|卡|踩|匹配|落|合|配)(?:到|在|至|上)?(?:每个)?(?:音乐|歌曲?)?的?" + PULSE + "(?:上|里|中)?"
            + "|(?:音乐|背景音乐|配乐|歌曲|画面|视频)(?:和|与|跟|同|对)(?:视频|画面|音乐|节拍|节奏)(?:的节奏)?(?:相)?(?:同步|匹配|对齐|合拍)"
            + "|(?:同步|匹配|对齐)(?:背景)?(?:音乐|视频|画面|节拍|节奏)(?:和|与|到|跟)?(?:背景)?(?:音乐|视频|画面|节拍|节奏)?"
            + "|(?:做|制作|剪辑|剪|生成|创建|弄|来)(?:成|出)?(?:一个|一段|一条|一部|个|条|段)?(?:最好的?|最佳的?|好看的?|有节奏的?|音乐|配乐|精彩"
            + "|高光|短|节拍){0,4}(?:视频|短片|影片|混剪|集锦|高光|mv|vlog|相册|幻灯片)(?!的?标题)"
            + "|(?:配上?|加上?|配个)(?:背景)?(?:音乐|bgm)(?!音量)");

    private static final Pattern AS_YOU_LIKE =
            Pattern.compile("\\b(?:do your (?:magic|thing|best)|surprise me|you (?:decide|choose)|(?:it's )?up to you"
                    + "|(?:just )?make something (?:nice|cool|good|great|awesome|fun)(?: out of (?:it|this|these|them))?)\\b"
                    + "|随便(?:剪|做|弄)?|你(?:来|自己)?(?:看着|决定)(?:办|剪|做|弄)?|自由发挥");

    @Override
    public void read(Sentence sentence) {
        sentence.read(
                MAKE,
                match -> sentence.matcher(BETTER)
                                .region(match.start(), match.end())
                                .lookingAt()
                        ? null
                        : new Wish.Sync());
        sentence.read(AS_YOU_LIKE, match -> new Wish.Sync());
        sentence.read(ENGLISH, match -> new Wish.Sync());
        sentence.read(CHINESE, match -> new Wish.Sync());
    }
}

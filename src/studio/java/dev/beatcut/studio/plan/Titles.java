package dev.beatcut.studio.plan;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Titles: their words, and with {@link TitleLooks} when, where and how they are seen. */
final class Titles implements Topic {

    private static final String NOUN =
            "(?:\\b(?:title|caption|call|name|label) (?:it|this|(?:the |my )?(?:video|film|movie))(?: as)?|(?:the |a |an |my |some |another )?(?:opening |main |on-screen |overlay |new )?"
                    + "(?:titles?|captions?|text|heading|headline|words)(?: card| overlay)?|(?:标题|字幕)(?:文字|字体|字)|标题|字幕|文字|片名|题目|大字)";
    private static final String VERB =
            "(?:\\b(?:add|put|show|display|write|insert|place|use|set|have|give it|change|rename|retitle|make|with"
                    + "|plus)\\b"
                    + "|加上|添加|加入|加个|加一个|加|写上|写|显示|放上|放|配上|用|改成|改为|换成|把|将|出现|打上|叠加)";
    private static final String LINK =
            "(?:\\s*(?:that |which )?\\b(?:says?|saying|reads?|reading|to|is|as|called|named|with "
                    + "the (?:words?|text)|of)\\b"
                    + "|\\s*[:=,–—-]|\\s*(?:上面|内容)?(?:写着|写上|改成|改为|换成|设为|设成|叫做|叫|写|为|是)|的)?\\s*";

    private static final Pattern NONE =
            Pattern.compile("\\b(?:remove|delete|drop|take out|take off|take away|get rid of|hide|no|without|kill"
                    + "|clear)(?: (?:the|any|a|all|my))*"
                    + " (?:titles?|captions?|text)(?: overlay| card)?\\b"
                    + "|(?:去掉|删掉|删除|去除|移除|取消|不要|不加|别加|无|没有|不需要)(?:这个|所有|任何)?(?:标题|字幕|文字|片名)"
                    + "|把?(?:标题|字幕|文字|片名)(?:给)?(?:去掉|删掉|删除|去除|移除|取消|删了|去了|拿掉|关掉|不要了?(?![动改变移]))");

    private static final Phrase UNWANTED = Phrase.of(
            "(?:{not}(?:show|want|use|keep|have|need|like) |i don't (?:want|need|like) )(?:the |any |a )?(?:titles?|captions?|text)(?! ?{quote})\\b",
            new Wish.NoTitle());
    /** It asks for nothing: the titles that are there were not spoken of. */
    private static final Phrase NOT_ADDED = Phrase.of(
            "{not}(?:(?:add|put|show|use|want|have|include|write|make|insert) )?(?:(?:a|any|the|another) )?(?:titles?|captions?|text)(?: (?:saying|called))?(?: ?{quote})?|{zhnot}(?:加|写|显示|放)(?:上)?(?:任何)?(?:标题|字幕|文字){quote}");

    private static final Pattern QUOTED = Pattern.compile("(?:(?<verb>" + VERB + ")\\s*)?(?<before>(?:"
            + TitleLooks.BEFORE
            + "\\s*){0,4})(?:(?<verb2>" + VERB + ")\\s*(?:一个|个|一行|一段|a |an |the )?)?(?<mid>(?:" + TitleLooks.BEFORE
            + "\\s*){0,4})(?<noun>" + NOUN + "(?<look>(?: ?" + TitleLooks.SEEN + "){0,4})" + LINK + ")?(?<quote>"
            + Sentence.QUOTE + ")(?:\\s*(?:as|作为|当|做)\\s*(?:the |a )?(?<noun2>" + NOUN
            + ")|\\s*(?<noun3>(?:的)?(?:标题|字幕|文字|titles?\\b|captions?\\b|text\\b)))?(?<after>(?:"
            + TitleLooks.AFTER + "){0,8})(?<instead> (?:instead of|rather than|not) " + Sentence.QUOTE + ")?");

    private static final Pattern UNQUOTED = Pattern.compile("(?:" + VERB + "\\s*)?" + "(?<before>(?:"
            + TitleLooks.BEFORE + "\\s*){0,4})"
            + NOUN + "(?:\\s+(?:that |which )?(?:says?|saying|reads?|reading|to|called|named)\\s+|\\s*[:=]\\s*"
            + "|(?:写着|写上|改成|改为|换成|设为|叫做|叫|写|为|是):?)"
            + "(?<words>(?!(?:at|in|on|the|be|" + TitleLooks.COLOUR_NAMES + ")\\b|顶|底|中|上方|下方|红|白|黑|黄|蓝|绿)[^,.;，。；!！"
            + "\uF8FF]+?)"
            + "(?<after>(?:" + TitleLooks.AFTER + "){0,8})(?=\\s*(?:[,.;，。；!！\uF8FF]|$|\\b(?:and|then|with)\\b))");

    private static final Pattern CAPITALS = Pattern.compile("(?:" + VERB + "\\s*)?(?<before>(?:" + TitleLooks.BEFORE
            + "\\s*){0,4})"
            + "(?:titles?|caption|text)\\s+(?<words>[\\p{IsLatin}\\p{N}'!?&-]+(?: [\\p{IsLatin}\\p{N}'!?&-]+){0,7}?)"
            + "(?<after>(?:" + TitleLooks.AFTER + "){0,8})(?=\\s*(?:[,.;，。；\uF8FF]|$|\\b(?:and|then|with)\\b))");

    private static final Pattern SPACED_ZH = Pattern.compile("(?:" + VERB + ")?(?<before>)(?:一个|个)?(?:标题|字幕|片名) +"
            + "(?<words>(?!放|改|在|去掉|不)[\\p{IsHan}\\p{IsLatin}]{2,16})(?<after>(?:" + TitleLooks.AFTER
            + "| +" + Durations.ANY + "){0,8})");
    private static final Pattern INSTEAD =
            Pattern.compile("\\b(?:change|replace|rename) (?:the |my )?(?:title|caption|text)|(?:改成|改为|换成)");

    private static final Pattern LOOK_ONLY = Pattern.compile(
            "(?:" + VERB + "|move|turn|keep|让)?\\s*(?<before>(?:(?:the |a )?" + TitleLooks.SEEN + ",? ){0,2})" + NOUN
                    + "(?:'s)?(?:\\s*(?:colou?r|position|place|size|font|的?颜色|的?位置|的?字体|的?大小|is|should be|be"
                    + "|stay|stays|only|visible|to|改成|改为|变成|换成|移动|移|放|显示|设为|用|要|为|是)){0,4}"
                    + "(?<after>(?:" + TitleLooks.AFTER + "){1,8})");
    private static final Pattern LOOK_BEFORE = Pattern.compile("(?:" + VERB + " )?(?<before>(?:(?:the |a )?"
            + TitleLooks.SEEN + ",? ){1,2})" + NOUN + "(?<after>(?:" + TitleLooks.AFTER + "){0,8})");

    private static final String STAY =
            "(?:\\b(?:make|show|keep|let|leave|have) )?{the}(?:titles?|captions?|text)\\b (?:should |could |can )?(?:to )?(?:be |stay |last |stays |lasts |visible |up |on screen |is |shown ){0,3}(?:for )?{bit}";
    private static final String STAY_ZH = "(?:标题|字幕|文字)(?:的)?(?:显示|停留|持续)?(?:的)?(?:时间)?(?:再)?{zhbit}?";
    private static final List<Phrase> BY_TIME = List.of(
            Phrase.of(
                    STAY + "(?:for )?(?:another )?(?<ms>{time}) (?:longer|more|(?<less>shorter|less))\\b",
                    match -> new Wish.TitleBy(
                            1, Durations.ms(match.group("ms")) * (match.group("less") == null ? 1 : -1))),
            Phrase.of(
                    STAY_ZH + "(?:多|长|延长)(?:显示|停留)?(?<ms>{time})",
                    match -> new Wish.TitleBy(1, Durations.ms(match.group("ms")))));
    private static final Phrase GONE = Phrase.of(
            "{the}(?:titles?|captions?|text) (?:should (?:be )?|is )?(?:gone|off|away|goes|disappears?|vanish(?:es)?|ends?|out)(?: again)? (?:after|at) (?<ms>{time})",
            match -> new Wish.Title(null, TitleLook.UNSAID.lasting(Durations.ms(match.group("ms")))));
    private static final List<Phrase> LONGER = List.of(
            longer(STAY + "longer\\b(?: on screen)?", 1.5),
            longer(
                    STAY
                            + "shorter\\b(?: on screen)?|{the}(?:titles?|captions?|text) (?:is |goes |disappears? )too (?:long|late)\\b",
                    0.67),
            longer(
                    "{the}(?:titles?|captions?|text) (?:is |goes |disappears? |vanishes )(?:gone )?too (?:short|quickly|fast|soon|early)\\b",
                    1.5),
            longer(STAY_ZH + "(?:长|久){zhmore}", 1.5),
            longer(STAY_ZH + "短{zhmore}", 0.67));

    private static Phrase longer(String template, double factor) {
        return Phrase.of(template, match -> new Wish.TitleBy(Degree.factor(match, factor), 0));
    }

    @Override
    public void read(Sentence sentence) {
        sentence.read(UNWANTED);
        sentence.read(NOT_ADDED);
        sentence.read(QUOTED, match -> quoted(sentence, match));
        sentence.read(NONE, match -> new Wish.NoTitle());
        sentence.read(UNQUOTED, match -> words(sentence, match));
        sentence.read(SPACED_ZH, match -> words(sentence, match));
        sentence.read(CAPITALS, match -> capitals(sentence, match));
        BY_TIME.forEach(sentence::read);
        sentence.read(GONE);
        sentence.read(LOOK_ONLY, Titles::lookOnly);
        sentence.read(LOOK_BEFORE, Titles::lookOnly);
        LONGER.forEach(sentence::read);
    }

    /** A quote is a title when it is called one, or put somewhere; {@code make it "pop"} is neither. */
    private static Wish.Title quoted(Sentence sentence, MatchResult match) {
        var look = look(match, "before", "mid", "look", "after");
        boolean named = group(match, "noun") || group(match, "noun2") || group(match, "noun3");
        boolean put = group(match, "verb") && !match.group("verb").matches("make|use|with|change|用|把|将|have")
                || group(match, "verb2");
        return named || put || !look.isUnsaid()
                ? new Wish.Title(sentence.words(match.group("quote")), look, isInstead(match))
                : null;
    }

    private static Wish.Title words(Sentence sentence, MatchResult match) {
        var words = sentence.written(match.start("words"), match.end("words"));
        return words.isBlank() ? null : new Wish.Title(words, look(match, "before", "after"), isInstead(match));
    }

    private static boolean isInstead(MatchResult match) {
        return INSTEAD.matcher(match.group()).find()
                || match.namedGroups().containsKey("instead") && group(match, "instead");
    }

    /** Unquoted words are believed to be a title's only when they are written like one. */
    private static Wish.Title capitals(Sentence sentence, MatchResult match) {
        var words = sentence.written(match.start("words"), match.end("words"));
        boolean title = Character.isUpperCase(words.codePointAt(0))
                && Character.isUpperCase(words.codePointAt(words.lastIndexOf(' ') + 1));
        return title ? new Wish.Title(words, look(match, "before", "after")) : null;
    }

    private static Wish.Title lookOnly(MatchResult match) {
        var look = look(match, "before", "after");
        return look.isUnsaid() ? null : new Wish.Title(null, look);
    }

    private static TitleLook look(MatchResult match, String... groups) {
        var said = new StringBuilder();
        for (var group : groups) {
            said.append(match.group(group) == null ? "" : match.group(group)).append(' ');
        }
        return TitleLooks.read(said.toString());
    }

    private static boolean group(MatchResult match, String name) {
        return match.group(name) != null && !match.group(name).isEmpty();
    }
}

package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Wishes about single clips and photos. */
final class ClipRules implements Topic {

    /** One way to ask for a rule; {@code R} stood for the clips. */
    private record Saying(Rule rule, Pattern pattern) {}

    private static final String SHOW = "(?:use|using|show|put|keep|play|have|place|move|bring|take|want)";
    private static final String END = "(?:the )?(?:very )?(?:end|ending|finish|finale)\\b";
    private static final String START = "(?:the )?(?:very )?(?:start|beginning|opening|front)\\b";
    private static final String UNCUT =
            "(?:as a )?(?:whole|uncut|intact|in full|complete(?:ly)?|entire(?:ly)?|full(?: length)?|unbroken|in one piece|untouched|in its entirety|together|as (?:it|they) (?:is|are))\\b";
    private static final String END_ZH = "(?:最后面?|结尾|末尾|片尾)";
    private static final String START_ZH = "(?:最前面?|最开头|最开始|开头|开始|片头|第一个)";

    private static final List<Saying> SAYINGS = new ArrayList<>();

    static {
        english(
                Rule.NONE,
                SHOW + " R (?:again|anywhere|wherever you like)",
                "\\b(?:bring back|allow|put back) R(?: again)?",
                "\\b(?:bring|put) R back(?: in)?",
                "R (?:can|may) (?:be|go|come|appear) anywhere");
        english(
                Rule.ONLY_AT_END,
                "(?:\\b" + SHOW + " )?R (?:is |goes )?(?:only |just )(?:at|in|for|near|towards?) " + END,
                "\\bonly " + SHOW + " R (?:at|in|for) " + END,
                "\\b(?:save|reserve) R for (?:the )?(?:very )?(?:end|last|finale)\\b",
                "\\bonly (?:at|in) " + END + ":? R");
        english(
                Rule.ONLY_AT_START,
                "(?:\\b" + SHOW + " )?R (?:is |goes )?(?:only |just )(?:at|in|for|near|towards?) " + START,
                "\\bonly " + SHOW + " R (?:at|in|for) " + START);
        english(
                Rule.WHOLE,
                "\\b(?:keep|show|leave|play|use|have|let) R (?:be |stay )?" + UNCUT,
                "\\b(?:keep|show|play|use|have) (?:the )?(?:whole|entire|full|complete|all of)(?: of)? R",
                "{not}(?:cut|split|trim|chop|shorten|break|edit|touch)(?: up| into)? R",
                "R (?:should )?(?:be |stays? |is |remains? )?(?:whole|uncut|intact)\\b");
        english(
                Rule.LEAVE_OUT,
                "{not}(?:use|show|include|want|need|put)(?: in)? R(?: (?:at all|anywhere|anymore|any more|again))?",
                "\\b(?:leave out|hide|skip|drop|remove|delete|exclude|lose|cut out|take out|throw (?:out|away)|get rid of|omit|ditch|without|no|minus) R(?! (?:only|at|from))",
                "\\b(?:leave|take|cut) R out\\b",
                "\\b(?:use |show )?(?:everything|{the}(?:other )?(?:clips|videos|photos)|all) (?:but|except(?: for)?) R",
                "\\bexcept(?: for)? R",
                "\\bnot R{end}");
        english(
                Rule.FIRST,
                "\\b(?:start|starting|begin|beginning|open|opening|kick off|lead)s?(?: it|{the} ?{film})? (?:with|on|from) R(?: first)?",
                "\\b" + SHOW + " R (?:first\\b|(?:at|to|in) " + START
                        + "|as (?:the )?(?:first|opening|opener)(?: (?:one|clip|shot|scene))?)",
                "R (?:should )?(?:goes |go |comes |come |be |is )?(?:first\\b|(?:at|to) " + START + ")",
                "\\bfirst (?:comes |show )?R");
        english(
                Rule.LAST,
                "\\b(?:end|ending|finish|close|conclude)s?(?: it|{the} ?{film})? (?:with|on) R",
                "\\b" + SHOW + " R (?:last\\b|(?:at|to|in|for) " + END
                        + "|as (?:the )?(?:last|closing|final)(?: (?:one|clip|shot|scene))?)",
                "R (?:should )?(?:goes |go |comes |come |be |is )?(?:last\\b|(?:at|to) " + END + ")");
        english(
                Rule.ONLY,
                "\\b(?:only|just) (?:use |show |with |take |using )?R",
                "\\buse (?:only|just|nothing but) R",
                "\\b(?:use|show) R (?:only|alone|and nothing else)\\b",
                "\\bnothing but R",
                "\\b(?:use|using|take) (?:the )?{picture}(?:(?: and |, ?){picture}){0,5}{end}");
        chinese(Rule.NONE, "恢复R", "重新(?:使用|加入|用)R", "R(?:也)?可以(?:再)?用", "R放(?:在)?哪里都(?:行|可以)");
        chinese(
                Rule.ONLY_AT_END,
                "R(?:只|仅)(?:能)?(?:放|用|出现|显示)?(?:在|于|到)?" + END_ZH + "(?:用|出现|播放)?",
                "(?:只|仅)在" + END_ZH + "(?:使?用|放|出现|显示)R");
        chinese(
                Rule.ONLY_AT_START,
                "R(?:只|仅)(?:能)?(?:放|用|出现|显示)?(?:在|于|到)?" + START_ZH + "(?:用|出现|播放)?",
                "(?:只|仅)在" + START_ZH + "(?:使?用|放|出现|显示)R");
        chinese(
                Rule.WHOLE,
                "完整(?:地)?(?:保留|播放|使用|显示|放)R",
                "(?:保持|保留|让|把|将)?R(?:保持|要)?(?:的)?完整(?:地)?(?:保留|播放|显示)?",
                "{zhnot}(?:剪|切|动|剪断|切断|剪切)R",
                "R(?:不要|别|不)(?:剪|切|动)(?:断|开|切)?");
        chinese(
                Rule.LEAVE_OUT,
                "{zhnot}(?:使用|用|出现|放|显示|要)?R(?:了)?",
                "(?:去掉|删掉|删除|去除|跳过|排除|移除|扔掉|剔除)R",
                "(?:把|将)?R(?:去掉|删掉|删除|去除|移除|剪掉|删了|去了|拿掉)",
                "R(?:不要|别|不用)(?:用|了|出现)?",
                "除了R(?:以外|之外)?(?:的)?(?:其他|其余|全部)?(?:都|全)?(?:都用|用|要)?");
        chinese(
                Rule.FIRST,
                "(?:以|用|从)R(?:来|作为|做)?(?:开头|开始|开场|片头)",
                "先(?:放|用|播放?)R",
                "(?:把|将|让)?R(?:放|移|排|挪|用)?(?:在|到|至)?" + START_ZH + "(?:播放)?");
        chinese(
                Rule.LAST,
                "(?:以|用)R(?:来|作为|做)?(?:结尾|结束|收尾|片尾)",
                "最后(?:放|用|是|播放?)R",
                "(?:把|将|让)?R(?:放|移|排|挪|用)?(?:在|到|至)?" + END_ZH + "(?:播放)?");
        chinese(
                Rule.ONLY,
                "(?:只|仅|就)(?:使?用|要|保留|放|剪)R",
                "用(?=[^,，。；]*{picture}(?:这)?(?:[几两二三四五六]|\\d)?(?:个|段|张|条)?(?:视频|片段|素材|照片|图片)?(?:[,，。；!！]|$|来|做|剪))R");
    }

    private static final String PHOTOS = "(?:photos|photographs|pictures|pics|images|stills)\\b";
    private static final String KINDS =
            "(?:(?<photos>" + PHOTOS + ")|(?:videos|clips|footage|video clips|video files|videoclips)\\b)";
    private static final String NOT_MORE =
            "(?! ?(?:\\d|at\\b|in the|only|'|own|sound|audio|longer|shorter|faster|slower|over|under|more|less|that|with))";
    private static final String KINDS_ZH = "(?:(?<photos>照片|图片|相片)|视频|片段)(?!的?(?:原声|声音|原音|[\\d一二三]))";
    private static final String OUT =
            "(?:\\b(?:no|without|skip|leave out|exclude|remove|drop|take out|ditch) |{not}(?:use|show|include|want|need) )";
    private static final Map<Rule, Pattern> IT = Map.of(
            Rule.FIRST,
            Vocabulary.pattern("\\b" + SHOW + " it (?:first\\b|(?:at|to|in) " + START + ")"),
            Rule.LAST,
            Vocabulary.pattern("\\b" + SHOW + " it (?:last\\b|(?:at|to|in) " + END + ")"),
            Rule.WHOLE,
            Vocabulary.pattern("\\b(?:keep|show|leave) it " + UNCUT + "|{not}(?:cut|split|trim) it\\b"));
    private static final List<Phrase> ALL_OF_A_KIND = List.of(
            kind(
                    Rule.ONLY,
                    "\\b(?:use |show |with |from |take )?(?:only|just|nothing but) (?:use |show |with |from |take )?{the}"
                            + KINDS + NOT_MORE),
            kind(Rule.ONLY, "(?:\\b(?:use|show|take) |{begin}){the}" + KINDS + " (?:only|alone|and nothing else)\\b"),
            kind(
                    Rule.ONLY,
                    "(?<=\\bslideshow |\\bslide show )(?:only |just )?(?:from|of|with|out of|using) (?:only |just )?{the}(?<photos>(?:photos?|pictures?|pics|images?)\\b)"
                            + NOT_MORE),
            kind(Rule.LEAVE_OUT, OUT + "{the}(?:(?<photos>" + PHOTOS + ")|videos\\b)" + NOT_MORE),
            Phrase.of(
                    "\\b(?:use|show|include) (?:all|every(?:thing)?)(?: of)? ?{the}(?:(?:clips|files|photos|videos|pictures|footage|material)(?: and {the}(?:photos|videos|pictures|clips))?)?(?: again)?{end}"
                            + "|(?:全部|所有)(?:的)?(?:视频|素材|照片|片段)(?:和(?:视频|照片|图片))?(?:都)?(?:可以)?(?:用|使用|用上)|(?:用|使用)(?:上)?(?:全部|所有)(?:的)?(?:视频|素材|照片|片段)",
                    new Wish.ClipRule(new FileRef.All(null), Rule.NONE)),
            kind(Rule.ONLY, "(?:只|仅|就)(?:使?用|要|保留|放|剪|显示)" + KINDS_ZH),
            kind(Rule.LEAVE_OUT, "(?:不要|别|不用|去掉|删掉|不使用|不想要)(?:使?用|放|显示|出现)?(?:所有|全部|任何)?(?:的)?(?<photos>照片|图片|相片)"));

    private static Phrase kind(Rule rule, String template) {
        return Phrase.of(
                template,
                match -> new Wish.ClipRule(
                        new FileRef.All(match.group("photos") != null ? Material.Kind.PHOTO : Material.Kind.CLIP),
                        rule));
    }

    private static void english(Rule rule, String... ways) {
        add(rule, FileRefs.PICTURES, ways);
    }

    private static void chinese(Rule rule, String... ways) {
        add(rule, FileRefs.PICTURES_ZH, ways);
    }

    private static void add(Rule rule, String refs, String... ways) {
        for (var way : ways) {
            SAYINGS.add(new Saying(rule, Vocabulary.pattern(way.replace("R", refs))));
        }
    }

    @Override
    public void read(Sentence sentence) {
        for (var saying : SAYINGS) {
            sentence.read(new Phrase(saying.pattern(), match -> wishes(match, saying.rule(), sentence)));
        }
        ALL_OF_A_KIND.forEach(sentence::read);
        IT.forEach((rule, pattern) -> sentence.read(pattern, match -> ofIt(rule, sentence)));
    }

    /** "It" is the clip that was spoken of. */
    private static Wish ofIt(Rule rule, Sentence sentence) {
        return sentence.wishes().stream()
                .filter(Wish.ClipRule.class::isInstance)
                .reduce((one, other) -> other)
                .map(wish -> new Wish.ClipRule(((Wish.ClipRule) wish).file(), rule))
                .orElse(null);
    }

    private static List<Wish> wishes(MatchResult match, Rule rule, Sentence sentence) {
        var said = match.namedGroups().containsKey("refs") ? match.group("refs") : match.group();
        return FileRefs.pictures(said, sentence).stream()
                .<Wish>map(file -> new Wish.ClipRule(file, rule))
                .toList();
    }
}

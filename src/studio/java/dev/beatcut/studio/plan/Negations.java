package dev.beatcut.studio.plan;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What shall not be done. Comes before the topics that would hear the opposite; what it does not know, it takes out
 * whole, as not understood.
 */
final class Negations implements Topic {

    private static final String KEEP =
            "(?:change|touch|alter|replace|remove|delete|move|edit|lose|drop|swap|modify|mess with|cut into)";
    private static final String THING =
            "(?:{the}(?:music|song|bgm|volumes?|titles?|captions?|text|cuts?|clips?|order|video|film|length|duration|format|shape|aspect ratio|frame|size|rest|sound|audio|original sound|own sound|transitions?|beats?|rhythm|pace|anything else|anything|everything|other things|colours?|colors?|fades?))\\b(?:'s| own| original| volume| sound| order| at all| itself)*";
    private static final String KEPT =
            "{the}(?:music|song|bgm|titles?|captions?|text|order|length|duration|format|shape|aspect ratio|frame|size|transitions?|rhythm|pace|fades?|beats?)\\b";
    private static final String THING_ZH =
            "(?:音乐|歌曲?|配乐|背景音乐|标题|字幕|文字|剪辑|片段|视频|顺序|画面|比例|时长|长度|声音|原声|音量|转场|节奏|其他(?:的|地方)?|其它(?:的)?|别的(?:地方)?|任何东西)";

    private static final List<Phrase> PHRASES = List.of(
            Phrase.of(
                    "{not}(?:mute|silence|turn off|kill|remove|drop) {the}(?:(?:original|own|natural|clips?'?s?|videos?'?s?) ?(?:own )?(?:sounds?|audio|noise)?|clips|videos?|voices?)\\b(?: sounds?| audio)?",
                    new Wish.OwnBy(1)),
            Phrase.of(
                    "{zhnot}(?:静音|关掉|去掉|关闭)(?:视频|片段)?(?:的)?(?:原声|声音|原音)|(?:原声|视频声音){zhnot}(?:静音|关掉|去掉)",
                    new Wish.OwnBy(1)),
            Phrase.of("{not}(?:mute|silence|turn off|kill|remove) {the}(?:music|song|bgm)\\b", new Wish.MusicBy(1)),
            Phrase.of("{not}" + KEEP + " " + THING + "(?:(?:,| or| and|, or) " + THING + "){0,3}"),
            Phrase.of(
                    "\\b(?:keep|leave) " + THING + "(?:(?:,| or| and|, and) " + THING
                            + "){0,3} (?:as (?:it|they) (?:is|are|was|were)|as is|the same|unchanged|alone|like (?:it|that|this) is|where (?:it|they) (?:is|are))\\b"),
            Phrase.of("\\bno (?:changes? (?:to|in|of|on|for) " + THING + "|" + THING + " changes?)\\b"),
            Phrase.of("\\b(?:keep|leave) " + KEPT + "(?:(?:,| or| and|, and) " + KEPT
                    + "){0,3}(?=\\s*(?:$|[,.;:!?]|\\b(?:and|but|then)\\b))"),
            Phrase.of(
                    "\\b(?:never ?mind|forget (?:it|about it)|don't worry|no worries|no problem|not (?:so |too |that |very )?(?:good|great|nice|right|bad|boring|crazy|wild|extreme)(?= ?(?:$|[,.;!])))\\b|没关系|没事了?"),
            Phrase.of("\\b(?:keep|leave) it (?:(?:the same|that way|like that)|as it is|as is)\\b"),
            Phrase.of(
                    "\\bkeep the rest\\b|\\bthe rest (?:stays|should stay|remains|is) (?:the same|as it (?:is|was)|unchanged)|\\bnothing else\\b|\\b(?:everything|all) else (?:stays|the same|as it (?:is|was)|unchanged)(?: the same)?"),
            Phrase.of("(?:{zhnot}(?:动|改|变|换|改变|修改|更改|碰)" + THING_ZH + "|" + THING_ZH + "{zhnot}(?:动|改|变|换|变动)|"
                    + THING_ZH + "(?:保持)?(?:不变|不动|照旧|原样)|其(?:他|它|余)(?:的)?(?:都)?(?:不变|不要动|别动|保持不变))"));

    /** What a film has none of anyway. */
    private static final List<Pattern> WITHOUT = Stream.of(
                    Limit.SUBTITLES,
                    Limit.TRANSLATION,
                    Limit.TRANSITIONS,
                    Limit.EFFECTS,
                    Limit.COLOUR,
                    Limit.SPEED,
                    Limit.VOICE)
            .map(limit -> Pattern.compile(Vocabulary.regex(
                            "(?:{not}(?:add |use |want |put |make |do |include |have )?|\\bno |(?:{zhnot}|不)(?:加|用|做|使用|添加|要)?)")
                    + limit.words()))
            .toList();

    private static final Pattern NOT = Pattern.compile(
            "(?:\\b(?:don't|do not|never|not(?! (?:longer|more|shorter|less|over|under|above|below|faster|slower) than)|stop|avoid|instead of|rather than|no need to)\\b|不要(?!超过|多于|长于|少于|短于)|别(?!的|超过)|不用|不想|而不是|不是)"
                    + "(?<what>(?:(?!\\b(?:but|then|and|just)\\b|但|而是)[^,.;!?，。；！？\\n])*)");

    @Override
    public void read(Sentence sentence) {
        PHRASES.forEach(sentence::read);
        WITHOUT.forEach(pattern -> sentence.takeAll(pattern, match -> ""));
    }

    /** Takes out what else shall not be done. */
    static List<Denial> others(Sentence sentence) {
        return sentence.takeAll(
                NOT,
                match -> new Denial(
                        sentence.written(match.start(), match.end()),
                        sentence.part(match.start("what"), match.end("what"))));
    }
}

package dev.beatcut.studio.plan;

import dev.beatcut.studio.beat.Correction;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;

/** What a listener knows better about the beats: tempo, metre, where the one is, how far all of them are off. */
final class Regrids implements Topic {

    private static final String TEMPO =
            "(?:{the}(?:real |actual |right )?(?:tempo|bpm|beats?|beat grid|grid|pulse))\\b";
    private static final String BEATS =
            "(?:{the}(?:heard |detected )?(?:beats?|beat grid|grid|cuts|beat markers?|markers))\\b";
    private static final String ONE =
            "(?:{the}(?:very )?(?:first )?(?:downbeat|bar|one|1st beat|beat (?:one|1)|count (?:one|1)|first beat of (?:the|a|every) (?:song|bar|measure)|bar line))\\b";
    private static final String MS = "(?<ms>{number} ?(?:ms|milliseconds?|毫秒)|{time})";
    private static final String LATER = "(?:later|forwards?|right|back|late|behind|after|to the right)";
    private static final String EARLIER = "(?:earlier|left|early|ahead|before|sooner|to the left)";
    private static final String BEATS_ZH = "(?:节拍|节拍点|拍子|拍点|节奏点|卡点|剪切点)";
    private static final String ONE_ZH = "(?:第一个?(?:重拍|强拍|小节|正拍)|首个?(?:重拍|强拍)|第一拍)";

    private static final List<Phrase> PHRASES = List.of(
            fixed(
                    "\\b(?:reset|restore|clear|forget|undo|remove) {the}(?:beat )?(?:corrections?|beat grid|beats? (?:to|as)(?: what you| you)? heard|beats|grid)(?: corrections?| as heard)?\\b|\\b(?:use|take) {the}beats as (?:you |they were )?heard\\b|(?:恢复|重置|还原)(?:原来的|原始的?)?(?:节拍|拍子)(?:校正|修正)?|取消(?:节拍)?(?:校正|修正)",
                    Correction.NONE),
            fixed(
                    "\\b(?:double {the}(?:tempo|bpm|beat grid|speed of the beats?)|(?:(?:count|feel|it's|it is|the song is|use|in) (?:it )?(?:in )?)?double[- ]time{end}|"
                            + TEMPO
                            + " (?:is|are|should be) (?:twice as fast|double(?! what)|twice that)(?: (?:as|than) (?:you (?:think|heard|hear|thought)|that|heard))?|"
                            + TEMPO
                            + " (?:is|are) too slow by half|you (?:hear|heard|count|counted|detect|found|find|got) (?:only )?half (?:of )?{the}(?:beats?|tempo)|you(?:'re| are)? (?:miss|missed|missing|skip|skipped) every (?:other|second) beat|"
                            + TEMPO
                            + " (?:is|are|was|were) (?:(?:heard|counted|detected) )?(?:halved|(?:twice|2 times|half) too slow|half (?:of )?what (?:it|they) should be))\\b(?:,? (?:so )?(?:please )?double (?:it|them|that))?|(?:节拍|速度|拍子)(?:听)?慢了(?:一半|一倍|两倍)|(?:节拍|速度|bpm|拍子)(?:应该)?(?:加倍|翻倍|乘以?[二2]|快一倍|是两倍)|双倍(?:节拍|bpm)",
                    Correction.tempo(2, 1)),
            fixed(
                    "\\b(?:(?:half|halve|half of) {the}(?:tempo|bpm|beat grid)|(?:(?:count|feel|it's|it is|the song is|use|in) (?:it )?(?:in )?)?half[- ]time{end}|"
                            + TEMPO
                            + " (?:is|are|should be) (?:half as fast|half that|half of that|half|twice as slow)|you(?:'re| are)? (?:hear|heard|count|counted|detect|found|find|got|counting|hearing) (?:{the}(?:beats?|tempo|it) )?(?:twice|2 times|double)(?: (?:too fast|as fast|as many(?: beats)?|the (?:beats|tempo)))?|"
                            + TEMPO
                            + " (?:is|are|was|were) (?:(?:heard|counted|detected) )?(?:doubled|(?:twice|2 times) too fast|(?:double|twice) what (?:it|they) should be))\\b(?:,? (?:so )?(?:please )?(?:halve|half) (?:it|them|that))?|(?:节拍|速度|拍子)(?:听)?快了(?:一半|一倍|两倍)|(?:节拍|速度|bpm|拍子)(?:应该)?(?:减半|除以[二2]|慢一倍|是一半)|半速节拍",
                    Correction.tempo(1, 2)),
            fixed(
                    "\\b(?:it's|it is|this is|{the}song is|{the}song has|count|count it|use|is)(?: in)? ?(?:a )?(?:waltz|3/4|3-4|triple (?:time|metre|meter)|three[- ]four|3 ?(?:beats (?:in|to|per) (?:a|the) bar))\\b|\\b(?:in 3 (?:time|beats)|in three)\\b|\\bwaltz(?: time)?{end}|\\b3/4(?: time)?\\b|(?:这|这首歌)?(?:是)?(?:华尔兹|圆舞曲|三拍子|3拍子|四三拍)|3/4拍",
                    Correction.metre(3)),
            fixed(
                    "\\b(?:it's|it is|this is|{the}song is|{the}song has|count|count it|use|is)(?: in)? ?(?:a )?(?:4/4|common time|four[- ]four|4 ?(?:beats (?:in|to|per) (?:a|the) bar))\\b|\\b4/4(?: time)?\\b|(?:这|这首歌)?(?:是)?(?:四拍子|4拍子|四四拍)|4/4拍",
                    Correction.metre(4)),
            Phrase.of(
                    "(?:\\b(?:it's|it is|this is|{the}song is|count(?: it)?|use)(?: in)? ?|\\bin |(?:这(?:首歌)?)?是|拍子(?:是)?)?(?<![\\d/])(?<n>[2-9]|1[0-2])/[48](?![\\d/])(?: ?(?:time|metre|meter|拍子?))?",
                    match -> new Wish.Regrid(Correction.metre(Integer.parseInt(match.group("n"))))),
            Phrase.of(
                    "(?:" + TEMPO
                            + " (?:is|should be|=|:)(?: about| around| really| actually)? |\\b(?:it's|it is|set {the}tempo to|use|at)(?: really| actually| about| around)? |(?:速度|bpm|节拍)(?:应该)?(?:是|为|改成|设为) ?)(?<bpm>\\d{2,3}(?:\\.\\d)?)(?: ?(?:bpm|beats (?:a|per) minute)\\b)",
                    match -> new Wish.Tempo(Double.parseDouble(match.group("bpm")))),
            Phrase.of(
                    "(?:" + TEMPO
                            + " (?:is|should be)(?: about| around| really| actually)? |\\bset {the}(?:tempo|bpm) to |(?:速度|bpm)(?:应该)?(?:是|为|改成|设为) ?|\\bbpm ?[:=]? ?)(?<bpm>\\d{2,3}(?:\\.\\d)?)(?! ?(?:%|percent|s\\b))",
                    match -> new Wish.Tempo(Double.parseDouble(match.group("bpm")))),
            one(ONE + " (?:is|starts?|lies|comes|should be|falls|begins)? ?(?:at|on) " + "(?<at>" + Durations.POINT
                    + ")"),
            one("\\b(?:set|put|move|tap) " + ONE + " (?:at|to|on) (?<at>" + Durations.POINT + ")"),
            one(ONE_ZH + "(?:应该)?(?:在|是|位于|从)(?:第)?(?<at>" + Durations.POINT + ")(?:处|的位置|开始)?"),
            shift(
                    "\\b(?:shift|move|nudge|push|pull|delay|slide|offset) " + BEATS + " (?:by )?(?<sign>[+-])?" + MS
                            + "(?: (?:(?<later>" + LATER + ")|(?<earlier>" + EARLIER + "))\\b)?",
                    1),
            shift(
                    "\\b(?:shift|move|nudge|push|pull|slide|offset) " + BEATS + " (?:(?<later>" + LATER
                            + ")|(?<earlier>" + EARLIER + ")) (?:by )?" + MS,
                    1),
            shift(BEATS + " (?:offset|shift):? ?(?<sign>[+-])?" + MS, 1),
            shift("\\boffset (?:of |by |is )?(?<sign>[+-])?" + MS, 1),
            shift(
                    BEATS + " (?:are|is|come|comes|feel|feels|seem|land)(?: about| around)? " + MS
                            + " (?:too )?(?:(?<later>" + LATER + ")|(?<earlier>" + EARLIER + "))\\b",
                    -1),
            shift(
                    "(?:everything|it all|all of it|they|it)(?: is|'s| are| comes?)(?: all| about| around)? (?<ms>{number} ?(?:ms|milliseconds?)) (?:too )?(?:(?<later>"
                            + LATER + ")|(?<earlier>" + EARLIER + "))\\b",
                    -1),
            shift(
                    BEATS + " (?:are|is|come|comes|feel|feels|seem|land)(?: about| around)? (?:too )?(?:(?<later>"
                            + LATER + ")|(?<earlier>" + EARLIER + ")) by (?:about |around )?" + MS,
                    -1),
            shift(
                    "(?:把|将)?(?:所有)?(?:的)?" + BEATS_ZH
                            + "(?:整体)?(?:(?<later>向后|往后|延后|推迟|推后|后移|右移)|(?<earlier>提前|向前|往前|前移|左移))(?:移动?|推)?" + MS,
                    1),
            shift("(?:把|将)?(?:所有)?(?:的)?" + BEATS_ZH + "(?:整体)?(?:偏移|移动|平移)(?<sign>[+-])?" + MS, 1),
            shift(BEATS_ZH + "(?:都)?(?:(?<later>慢|晚|滞后|迟)|(?<earlier>快|早|提前))了?" + MS, -1));

    private static Phrase fixed(String template, Correction correction) {
        return Phrase.of(template, new Wish.Regrid(correction));
    }

    private static Phrase one(String template) {
        return Phrase.of(template, match -> new Wish.Regrid(Correction.downbeat(Durations.ms(match.group("at")))));
    }

    /** @param sense 1 where the words say where to move the beats, -1 where they say how they are off */
    private static Phrase shift(String template, int sense) {
        Function<MatchResult, Wish> wish = match -> {
            boolean back = has(match, "earlier") || "-".equals(has(match, "sign") ? match.group("sign") : "");
            long ms = (back ? -sense : sense) * Durations.ms(match.group("ms"));
            return Math.abs(ms) > 5000 ? null : new Wish.Regrid(Correction.shift(ms));
        };
        return Phrase.of(template, wish);
    }

    private static boolean has(MatchResult match, String group) {
        return match.namedGroups().containsKey(group) && match.group(group) != null;
    }

    @Override
    public void read(Sentence sentence) {
        PHRASES.forEach(sentence::read);
    }
}

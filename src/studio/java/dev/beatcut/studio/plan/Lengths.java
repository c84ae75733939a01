package dev.beatcut.studio.plan;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How long the film is. Comes after every topic that also speaks of time. */
final class Lengths implements Topic {

    private static final double LONGER = 1.3;
    private static final double SHORTER = 0.75;

    private static final String IT = "(?:it|{the}{film})";
    private static final String MAKE = "(?:\\b(?:make|get|cut|let|have|keep|want|trim) " + IT
            + " (?:be )?|\\b(?:make|be|go|a|an|please) |" + IT + " (?:should be |can be |could be |must be )?)?";
    private static final String IT_ZH = "(?:视频|影片|短片|时长|长度|整体|整个视频|总时长)?";
    private static final String BEFORE =
            "(?:(?:\\b(?:it|{the}(?:video|film|movie|edit|reel|clip|whole thing)) (?:should |must |can |could |has to |needs to )?(?:be|last|run|take|stay|is|lasts|runs|takes)\\b(?: for)? )?(?:\\b(?:make|set|cut|keep|trim|shorten|extend|lengthen|limit|reduce|get|bring|edit|stretch|expand|squeeze|condense)\\b(?: it)?(?: down)? )?(?:\\b(?:shorter|longer|trim|shorten|extend|lengthen|limit|reduce)\\b(?: (?:it|(?:the"
                    + "|my|this) (?:video|film|movie|edit|whole thing)))?|缩短|延长)?(?:\\b(?:with )?(?:a "
                    + ")?(?:total )?(?:length|duration|runtime|long)\\b|时长|长度|总长|总时长)?\\s*(?:\\b(?:is|of|to"
                    + "|for|about|around|roughly|exactly|under|in|up to|max(?:imum)?|just|only|into|as"
                    + "|total|down|by|at most|at least|min(?:imum)?(?: of)?|(?:no|not) (?:longer|more|shorter|less) than|between)\\b ?|(?<![\\d:.])\\d{1,3} ?(?:-|–|~|to|and|到|至) ?(?=\\d)|:|=|, ?(?=\\d)|为|是|控制在|大约|大概|约|共|总共|(?:不要|别|不)?(?:能)?(?:超过|多于|长于)|最多|最长|剪成|做成|缩短到|缩短为|延长到|改成|改为|到|\\s){0,8})";
    private static final String AFTER =
            "(?:[ -]?(?:\\b(?:long|in (?:length|total)|total|max(?:imum)?|min(?:imum)?|at (?:most|least)|or so|version|duration|only)\\b|左右|以内|长|的|时长)){0,4}";

    private static final List<Phrase> PHRASES = List.of(
            plus(
                    "\\b(?:make " + IT + " |" + IT
                            + " |a |be )?(?<ms>{time}) (?:(?:longer|more)|(?<less>shorter|less))\\b",
                    1),
            plus(
                    "\\b(?:longer|extend(?: " + IT + ")?|lengthen(?: " + IT + ")?|make " + IT
                            + " longer) by (?<ms>{time})",
                    1),
            plus("\\badd (?:another |an extra )?(?<ms>{time})(?: (?:more|to " + IT + "|at the end))?{end}", 1),
            plus(
                    "\\b(?:shorter|shorten(?: " + IT + ")?|make " + IT + " shorter|trim(?: " + IT + ")?|reduce " + IT
                            + ") by (?<ms>{time})",
                    -1),
            plus(
                    "\\b(?:cut|trim|take|shave|chop) (?<ms>{time}) (?:off|away|from the end|out)(?: (?:the )?(?:end|"
                            + IT + "))?",
                    -1),
            plus("\\b(?:cut|trim|remove|drop|chop)(?: off)? {the}last (?<ms>{time})", -1),
            plus(IT_ZH + "(?:再|多)?(?:延长|加长|增加|(?<!最)长)(?<ms>{time})", 1),
            plus(IT_ZH + "(?:再)?(?:缩短|剪短|减少|(?<!最)短)(?<ms>{time})", -1),
            by(
                    "\\b(?:(?:make " + IT + " )?(?:twice|2 times) as long|double (?:the length|" + IT
                            + "|the duration)|double length)\\b",
                    match -> 2.0),
            by(
                    "\\b(?:(?:make " + IT
                            + " )?half as long|half (?:the|its) (?:length|duration)|cut (?:it|the (?:video|film)|the length) in half|halve (?:it|the length|the (?:video|film)))\\b",
                    match -> 0.5),
            by(
                    "{begin}" + MAKE
                            + "{bit}longer\\b(?! ?(?:than|:|to\\b|,? ?\\d|(?:clips|shots|cuts|scenes)))(?: (?:video|film|version|edit))?",
                    match -> Degree.factor(match, LONGER)),
            by(
                    "{begin}" + MAKE
                            + "{bit}shorter\\b(?! ?(?:than|:|to\\b|,? ?\\d|(?:clips|shots|cuts|scenes)))(?: (?:video|film|version|edit))?",
                    match -> Degree.factor(match, SHORTER)),
            by("(?:" + IT + " (?:is |'s )|\\bit's )?{bit}\\btoo long\\b", match -> SHORTER),
            by("(?:" + IT + " (?:is |'s )|\\bit's )?{bit}\\btoo short\\b", match -> LONGER),
            by("\\b(?:extend|lengthen) " + IT + "(?: {bit})?{end}", match -> Degree.factor(match, LONGER)),
            by(
                    "\\b(?:shorten|trim) " + IT + "(?: (?<more>a bit|a little|slightly))?{end}|\\bcut " + IT
                            + " down(?: a bit| a little)?{end}",
                    match -> Degree.factor(match, SHORTER)),
            by("(?:长一倍|两倍长|加倍长度|时长加倍|时长翻倍)", match -> 2.0),
            by("(?:短一半|缩短一半|一半长|时长减半)", match -> 0.5),
            by(IT_ZH + "(?:弄|做|剪|变)?{zhbit}?(?:长|加长|延长){zhmore}", match -> Degree.factor(match, LONGER)),
            by(IT_ZH + "(?:弄|做|剪|变)?{zhbit}?(?:短|缩短|剪短){zhmore}", match -> Degree.factor(match, SHORTER)),
            by(IT_ZH + "(?:弄|做|剪|变)(?:得)?{zhbit}长|" + IT_ZH + "太短了?", match -> LONGER),
            by(IT_ZH + "(?:弄|做|剪|变)(?:得)?{zhbit}短|" + IT_ZH + "太长了?", match -> SHORTER));

    private static final Pattern WHOLE = Vocabulary.pattern(BEFORE
            + "(?<minus>(?<![\\p{L}\\d%\\n]|^)-|(?<=to )-|(?<=^)-|负)?(?<!\\b(?:first|(?<!should |must |could |can |will |to )last|next|after|until|before|opening|initial|final|every|each|at) |[前第]|最后|之后|(?<![不要能别])超过|before )(?<length>{time})(?! (?:later|earlier|sooner|forwards?|back(?:wards?)?|ahead)\\b)"
            + AFTER);
    private static final Pattern SOMETHING_ELSE = Pattern.compile(
            "\\b(?:titles?|captions?|text|fad(?:e|es|ing)|crossfades?|flash(?:es)?|zoom|intro|outro)\\b|标题|字幕|文字|淡入|淡出|叠化|前奏");

    private static final String SHARE =
            "(?:(?<percent>\\d{1,3}) ?(?:%|percent\\b)|(?:an? |one |1 )?(?<part>third|quarter|half|fifth))";
    private static final List<Phrase> SHARES = List.of(
            by("{begin}" + MAKE + SHARE + " (?:(?<longer>longer)|shorter)\\b(?! cuts| shots| clips)", Lengths::share),
            by(
                    "{begin}" + MAKE + "(?:(?<longer>longer|extend it)|shorter|shorten it|cut it) by " + SHARE,
                    Lengths::share));

    private static double share(MatchResult match) {
        double share = match.group("percent") != null
                ? Integer.parseInt(match.group("percent")) / 100.0
                : switch (match.group("part")) {
                    case "third" -> 1 / 3.0;
                    case "quarter" -> 0.25;
                    case "fifth" -> 0.2;
                    default -> 0.5;
                };
        double factor = match.group("longer") == null ? 1 - share : 1 + share;
        return Math.max(0.05, Math.round(factor * 1000) / 1000.0);
    }

    private static Wish whole(MatchResult match) {
        var length = match.group("length");
        long ms = Durations.ms(length);
        return isBlink(length, ms) ? null : new Wish.Length(match.group("minus") == null ? ms : -ms);
    }

    /** Nobody asks for a film of thirty milliseconds. */
    private static boolean isBlink(String said, long ms) {
        return ms > 0 && ms < 1000 && said.matches(".*(?:ms|milli|毫秒).*");
    }

    private static Phrase plus(String template, int sign) {
        return Phrase.of(
                template,
                match -> new Wish.LengthPlus((isLess(match) ? -sign : sign) * Durations.ms(match.group("ms"))));
    }

    private static boolean isLess(MatchResult match) {
        return match.namedGroups().containsKey("less") && match.group("less") != null;
    }

    private static Phrase by(String template, ToDoubleFunction<MatchResult> factor) {
        return Phrase.of(template, match -> new Wish.LengthBy(factor.applyAsDouble(match)));
    }

    /** A time in a clause about a title or a fade that nobody understood is not the film's. */
    private static boolean isElsewhere(Sentence sentence, MatchResult match) {
        var rest = sentence.rest();
        int from = match.start();
        int to = match.end();
        while (from > 0 && !isBorder(rest.charAt(from - 1))) {
            from--;
        }
        while (to < rest.length() && !isBorder(rest.charAt(to))) {
            to++;
        }
        return SOMETHING_ELSE.matcher(rest.substring(from, to)).find();
    }

    private static boolean isBorder(char c) {
        return Sentence.isTaken(c) || ",.;!?，。；！？\n".indexOf(c) >= 0;
    }

    @Override
    public void read(Sentence sentence) {
        SHARES.forEach(sentence::read);
        PHRASES.forEach(sentence::read);
        sentence.read(WHOLE, match -> isElsewhere(sentence, match) ? null : whole(match));
    }
}

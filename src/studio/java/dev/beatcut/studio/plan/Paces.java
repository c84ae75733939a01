package dev.beatcut.studio.plan;

import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/** More and fewer cuts, everywhere or in one part of the song. */
final class Paces implements Topic {

    /** No cut at all, as nearly as a rhythm can. */
    private static final double FEWEST = 0.1;

    private static final String MORE =
            "(?:faster|quicker|snappier|punchier|livelier|not (?:so|too|that) (?:slow|boring)|more (?:energetic|dynamic|hectic|lively|frantic|often|frequent(?:ly)?|quickly|fast|rapid(?:ly)?))\\b";
    private static final String FEWER =
            "(?:slower|calmer|gentler|chiller|more (?:relaxed|calm|slowly|slow|chill|chilled|peaceful)|(?:less|not (?:so|too|that|quite so)) (?:hectic|frantic|often|frequent(?:ly)?|fast|quick(?:ly)?|busy|nervous|choppy|jumpy|chaotic))\\b";
    private static final String CUTS =
            "(?:cuts?|cutting|edits?|editing|pace|pacing|rhythm|clip changes|changes|switches|switching|shot changes)\\b";
    private static final String MANY = "(?:cuts?|edits?|changes|switches|shots|clip changes|cutting)\\b";
    private static final String MAKE =
            "(?:\\b(?:make|get|have|keep|let) (?:it|{the}(?:{film}|{CUTS})) ?|{the}{CUTS} (?:should be |should go |to be )?"
                    + "|\\b(?:make|go|be|please|cut|cuts|edit|it's|it should be|should be|want it) )?";
    private static final String BEFORE = "(?:\\b(?:in|on|at|during|for|around) {the}{part},? )?";

    private static final String CUTS_ZH =
            "(?:(?:视频|整体|整个)?(?:的)?(?:剪辑|剪切|切换|镜头切换|镜头|切点|画面|节奏|切|剪)(?:的)?(?:节奏|速度|频率|切换|次数)?(?:得|的)?)";
    private static final String FAST_ZH = "(?:快|密集|频繁|紧凑|密)";
    private static final String SLOW_ZH = "(?:慢|稀疏|舒缓)";

    private static final List<Phrase> PHRASES = List.of(
            Phrase.of(
                    "(?<amount>\\d{1,3}) ?(?:%|percent) (?<sign>more|fewer|less) " + MANY + "{inpart}", Paces::percent),
            Phrase.of(
                    "(?:\\b(?:nearly|almost) )?\\b(?:no|without|hardly|barely) (?:any )?" + MANY
                            + " (?:in|on|at|during) {the}{part}",
                    match -> new Wish.Pace(FEWEST, where(match))),
            phrase(
                    "\\b(?:with |use |add |make |some )?(?:fast|quick|rapid|snappy|short) (?:cuts|cutting|editing|edits|changes|shots)\\b{inpart}",
                    2),
            phrase(
                    "\\b(?:with |use |add |make |some )?(?:slow|calm|long|relaxed) (?:cuts|cutting|editing|edits|shots)\\b{inpart}",
                    0.5),
            phrase("{begin}(?:fast|quick) (?:in {the})?{part}", 2),
            phrase("{begin}(?:slow|calm) (?:in {the})?{part}", 0.5),
            phrase(
                    "{begin}(?:make (?:it|{the}{film}) |give it |put |bring |with |a bit )?(?:some )?more (?:energy|exciting|action|punch|upbeat|drive|power)\\b{inpart}",
                    2),
            phrase("{zhpart}(?:更|再|要)(?:燃|有节奏感|动感|带感|激烈|有活力|有冲击力)(?:一点|一些|点)?", 2),
            phrase("{begin}(?:make|cut|get) {the}{part} (?:be )?{bit}{MORE}(?: {CUTS})?", 2),
            phrase("{begin}(?:make|cut|keep|get) {the}{part} (?:be )?{bit}{FEWER}(?: {CUTS})?", 0.5),
            phrase("{the}{part} (?:should be |could be |is too slow,? make it )" + "{bit}{MORE}", 2),
            phrase("{the}{part} (?:should be |could be )" + "{bit}{FEWER}", 0.5),
            phrase(
                    "{the}{part} (?:is|are|'s|feels?|seems?) {bit}(?:too )?(?:slow|boring|sluggish|empty|calm)(?: there)?\\b(?:,? (?:so )?(?:please )?speed (?:it|that|this) up(?<more> a bit| a little| slightly)?(?: there)?)?",
                    2),
            phrase(
                    "{the}{part} (?:is|are|'s|feels?|seems?) {bit}(?:too )?(?:fast|hectic|frantic|quick|busy|nervous|choppy|jumpy|chaotic|restless)\\b(?:,? (?:so )?(?:please )?(?:slow|calm) (?:it|that|this) down(?<more> a bit| a little| slightly)?(?: there)?)?",
                    0.5),
            phrase("{begin}{bit}more (?:of (?:them|it) )?(?:in|on|at|during) {the}{part}", 2),
            phrase(
                    "{begin}{bit}(?:fewer|less|not so many|not so much) (?:of (?:them|it) )?(?:in|on|at|during) {the}{part}",
                    0.5),
            phrase("{begin}(?:please )?(?:calm|tone) (?:it|things|{the}(?:{film}|{CUTS})) down{much}{inpart}", 0.5),
            phrase(
                    "{begin}(?:please )?(?:liven|spice|pep|amp|ramp) (?:it|things|{the}(?:{film}|{CUTS})) up{much}{inpart}",
                    2),
            phrase("{begin}(?:please )?cut {bit}more{much}{inpart}{end}", 2),
            phrase("{begin}(?:please )?cut {bit}(?:less|fewer){much}{inpart}{end}", 0.5),
            phrase(
                    BEFORE
                            + "(?:\\b(?:with|add|make|do|use|put|have|want|i want|give me|there are|there should be) )?{bit}more "
                            + MANY + "{inpart}",
                    2),
            phrase(
                    BEFORE
                            + "(?:\\b(?:with|make|do|use|put|have|want|i want|give me) )?{bit}(?:fewer|less|not so many|not as many) "
                            + MANY + "{inpart}",
                    0.5),
            phrase(BEFORE + "(?:\\b(?:there are|there's|it has|has) )?too many " + MANY + "{inpart}", 0.5),
            phrase(BEFORE + "(?:\\b(?:there are|there's|it has|has) )?(?:too few|not enough) " + MANY + "{inpart}", 2),
            phrase(
                    "(?:\\b(?:twice|2x|2 times) (?:the|as many) (?:number of |amount of )?" + MANY
                            + "|\\bdouble (?:the )?(?:number of |amount of )?" + MANY
                            + "|\\b(?:cut |cuts )?(?:twice|2 times) as (?:fast|often|many cuts)){inpart}",
                    2),
            phrase(
                    "\\b(?:halve (?:the )?(?:number of |amount of )?" + MANY
                            + "|half (?:the|as many) (?:number of |amount of )?" + MANY
                            + "|(?:cut |cuts )?half as (?:fast|often|many cuts)){inpart}",
                    0.5),
            phrase("{begin}" + BEFORE + MAKE + "{bit}{MORE}(?: {CUTS})?{inpart}(?! than)", 2),
            phrase("{begin}" + BEFORE + MAKE + "{bit}{FEWER}(?: {CUTS})?{inpart}(?! than)", 0.5),
            phrase(
                    "{begin}{the}(?:{film}|{CUTS}) (?:is|are|'s|feels?) {bit}(?:more |too )?(?:slow|boring|sluggish)\\b{inpart}",
                    2),
            phrase("{bit}\\btoo (?:slow|boring|sluggish)\\b{inpart}{end}", 2),
            phrase(
                    "(?:\\b(?:it's|it is|{the}(?:{film}|{CUTS}) (?:is|are)) )?{bit}\\btoo (?:fast|hectic|frantic|quick|busy|nervous|choppy|jumpy|chaotic|restless)\\b{inpart}",
                    0.5),
            phrase(
                    "\\b(?:speed up|pick up|increase|raise|quicken|step up|crank up|dial up) {the}{CUTS}{much}{inpart}|\\b(?:speed|pick|step|crank|dial) {the}{CUTS} up(?: (?<more2>a bit|a little|a notch|a lot|slightly))?",
                    2),
            phrase(
                    "\\b(?:slow down|reduce|decrease|lower|relax|ease off|ease up on|cut back on|dial (?:down|back)|tone down) {the}{CUTS}{much}{inpart}|\\b(?:slow|dial|tone) {the}{CUTS} down(?: (?<more2>a bit|a little|a notch|a lot|slightly))?",
                    0.5),
            phrase(
                    "\\b(?:make {the})?(?:clips|shots|cuts|scenes|photos) (?:should be |could be |must be )?{bit}shorter\\b{inpart}|\\b(?<short>shorter (?:clips|shots|cuts|scenes))",
                    2),
            phrase(
                    "\\b(?:make {the})?(?:clips|shots|cuts|scenes|photos) (?:should be |could be |must be )?{bit}longer\\b{inpart}|\\b(?<long>longer (?:clips|shots|cuts|scenes))",
                    0.5),
            phrase("{zhpart}(?:把|将|让)?" + CUTS_ZH + "(?:放|调|弄)(?:得)?快{zhmore}?", 2),
            phrase("{zhpart}(?:把|将|让)?" + CUTS_ZH + "(?:放|调|弄)(?:得)?[慢缓]{zhmore}?", 0.5),
            phrase("{zhpart}" + CUTS_ZH + "?{zhbit}?" + FAST_ZH + "{zhmore}(?:切换?|剪)?", 2),
            phrase("{zhpart}" + CUTS_ZH + "{zhbit}" + FAST_ZH, 2),
            phrase("{zhpart}" + CUTS_ZH + "?{zhbit}?" + SLOW_ZH + "{zhmore}(?:切换?|剪)?", 0.5),
            phrase("{zhpart}" + CUTS_ZH + "{zhbit}" + SLOW_ZH, 0.5),
            phrase("{zhpart}" + CUTS_ZH + "?(?:太|有点|过于)(?:慢|少|平淡?)了?", 2),
            phrase("{zhpart}" + CUTS_ZH + "?(?:太|有点|过于)(?:快|密|乱|碎)了?", 0.5),
            phrase("{zhpart}(?:加快|提高|增加|增多|多加)(?:一点|一些|些)?" + CUTS_ZH + "{zhmore}?", 2),
            phrase("{zhpart}(?:放慢|减慢|降低|减少|放缓|少)(?:一点|一些|些)?" + CUTS_ZH + "{zhmore}?", 0.5),
            phrase("{zhpart}{zhbit}?多(?:一点|一些|些)?(?:切|剪)(?:换|几刀|几次)?{zhmore}?", 2),
            phrase("{zhpart}{zhbit}?少(?:一点|一些|些)?(?:切|剪)(?:换|几刀|几次)?{zhmore}?", 0.5),
            phrase("{zhpart}(?:切|剪)(?:换|辑|点)?(?:得|的)?(?:次数)?{zhbit}?多{zhmore}", 2),
            phrase("{zhpart}(?:切|剪)(?:换|辑|点)?(?:得|的)?(?:次数)?{zhbit}?少{zhmore}", 0.5));

    private static Phrase phrase(String template, double base) {
        var words = template.replace("{MORE}", MORE).replace("{FEWER}", FEWER).replace("{CUTS}", CUTS);
        return Phrase.of(words, match -> new Wish.Pace(Degree.factor(match, base), where(match)));
    }

    private static Wish percent(MatchResult match) {
        double share = Integer.parseInt(match.group("amount")) / 100.0;
        double factor = match.group("sign").equals("more") ? 1 + share : Math.max(0.1, 1 - share);
        return new Wish.Pace(Math.round(factor * 100) / 100.0, where(match));
    }

    private static Part where(MatchResult match) {
        return Stream.of("part", "inpart")
                .filter(match.namedGroups()::containsKey)
                .map(match::group)
                .filter(Objects::nonNull)
                .map(Part::called)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void read(Sentence sentence) {
        PHRASES.forEach(sentence::read);
    }
}

package dev.beatcut.studio.plan;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** On which beats the film cuts. */
final class Densities implements Topic {

    private static final String LEAD =
            "(?:(?:\\b(?:cuts?|cutting|switch|change|changing|edit|sync|a cut|one cut|1 cut|new "
                    + "(?:clip|shot|photo))\\b ?)"
                    + "(?:(?:the |my |to )?(?:clips?|videos?|scenes?|shots?|photos?|pictures?|footage|a new "
                    + "(?:clip|shot)|another (?:clip|shot)) ?)?(?:(?:on|at|to|with|for|exactly) ){0,3})?";
    private static final String UNIT = "(?<unit>beats?|bars?|measures?|downbeats?)\\b";
    private static final String EVERY =
            LEAD + "(?:\\b(?:every|each|per|once an?|once per|once every|one per|1 per)\\b ?)(?:single )?"
                    + "(?<count>other|second|couple of|third|fourth|fifth|sixth|eighth|sixteenth|\\d+(?:st|nd"
                    + "|rd|th)?|half)?(?: |-)?" + UNIT;
    private static final String CHINESE_EVERY = "(?:在|按|按照)?每(?:个|一)?(?<gap>隔|间隔)?(?<count>"
            + Durations.NUMBER + ")?(?:个|节)?(?<unit>节拍|拍子|拍|小节|鼓点)(?:的时候)?(?:上)?(?:就|都)?"
            + "一?(?:(?:切换|切|剪|换|转)(?:一次|一下|一刀|一个|一张|1次)?(?:镜头|画面|片段|图片|照片)?)?";
    private static final String ELSEWHERE =
            "(?:elsewhere|everywhere else|otherwise|(?:for|in) {the}rest(?: of {the}(?:song|film|video))?\\b)";
    private static final Pattern ENGLISH =
            Vocabulary.pattern("(?:" + ELSEWHERE + ",? )?" + EVERY + "(?: " + ELSEWHERE + ")?");
    private static final String IN_THE = "(?:in|on|at|during|for|through(?:out)?|over) {the}(?<where>";
    private static final Pattern EVERY_IN = Vocabulary.pattern(EVERY + " (?:only )?" + IN_THE + Part.english() + ")");
    private static final Pattern IN_EVERY =
            Vocabulary.pattern(IN_THE + Part.english() + "),? (?:only )?(?:please )?" + EVERY);
    private static final Pattern IN_EVERY_ZH = Vocabulary.pattern("(?:在|到)?(?<where>" + Part.chinese()
            + ")(?:的)?(?:部分|地方|的时候|时候|段落|里|处|时|段)?(?:,)?(?:改成|改为|就|要)?" + CHINESE_EVERY);
    private static final Pattern DOWNBEATS = Pattern.compile(
            LEAD + "(?:only )?(?:on |to |at )?(?:all |only )?(?:the )?(?:downbeats|first beat of (?:every"
                    + "|each|the) (?:bar|measure)|(?:bar|measure) lines?)(?: only)?\\b|(?:切|剪|踩|卡|放)?(?:在"
                    + "|到)?(?:每个)?(?:重拍|强拍)上?");
    private static final Pattern CHINESE =
            Pattern.compile("(?:(?:其他|其它|其余)(?:的)?(?:地方|部分|时候|段落)?(?:都|就)?)?" + CHINESE_EVERY);
    private static final Pattern CLOCK = Pattern.compile(LEAD + "\\b(?:every|each) (?<every>second\\b|" + Durations.ANY
            + ")|每(?:隔)?(?<every2>" + Durations.ANY + "|秒)(?:左右)?(?:(?:切换|切|剪|换)(?:一次|一下|一个)?(?:镜头|画面|片段)?)?");

    private static final Pattern EACH_ZH =
            Pattern.compile("(?<gap>隔)?(?<count>" + Durations.NUMBER + ")个?(?<unit>拍|小节)(?:就|都)?一(?:切|剪|换)(?![辑掉])");

    private static final String SHOT = "(?:clips?|shots?|scenes?|photos?|pictures?|images?|videos?)";
    private static final List<Pattern> EACH = Stream.of(
                    "(?<ms>{time}) (?:per|for each|for every|each|a|on each|for) (?:single )?" + SHOT + "\\b",
                    "\\b(?:show|hold|keep|give|let|play)? ?(?:every|each) " + SHOT
                            + " (?:(?:should |must )?(?:be |last |stay |lasts |stays |is )?(?:for |about |on screen for )?)(?<ms>{time})(?: long)?",
                    "每(?:个|张|段)(?:镜头|照片|图片|片段|画面|视频)(?:都)?(?:显示|停留|持续|播放|放|为|是)?(?<ms>{time})(?![到至-])")
            .map(Vocabulary::pattern)
            .toList();

    @Override
    public void read(Sentence sentence) {
        EACH.forEach(pattern -> sentence.read(pattern, m -> clock(Durations.ms(m.group("ms")))));
        sentence.read(EVERY_IN, m -> in(m, english(m.group("count"))));
        sentence.read(IN_EVERY, m -> in(m, english(m.group("count"))));
        sentence.read(IN_EVERY_ZH, m -> in(m, chinese(m)));
        sentence.read(DOWNBEATS, m -> new Wish.Cuts(new Density.Bars(1)));
        sentence.read(ENGLISH, m -> wish(m, english(m.group("count"))));
        sentence.read(CHINESE, m -> wish(m, chinese(m)));
        sentence.read(EACH_ZH, m -> wish(m, chinese(m)));
        sentence.read(CLOCK, Densities::clock);
    }

    private static Wish wish(MatchResult match, int count) {
        if (count < 1 || count > 64) {
            return null;
        }
        boolean bars = match.group("unit").matches("bars?|measures?|downbeats?|小节");
        return new Wish.Cuts(bars ? new Density.Bars(count) : new Density.Beats(count));
    }

    private static Wish in(MatchResult match, int count) {
        return wish(match, count) instanceof Wish.Cuts(Density density)
                ? new Wish.CutsIn(density, Part.called(match.group("where")))
                : null;
    }

    private static int english(String count) {
        return switch (count) {
            case null -> 1;
            case "other", "second", "couple of" -> 2;
            case "third" -> 3;
            case "fourth" -> 4;
            case "fifth" -> 5;
            case "sixth" -> 6;
            case "eighth" -> 8;
            case "sixteenth" -> 16;
            case "half" -> 0;
            default -> small(count.replaceAll("\\D", ""));
        };
    }

    /** {@code 每隔一拍} leaves one out; {@code 每隔四拍} is said for every fourth. */
    private static int chinese(MatchResult match) {
        int count = match.group("count") == null
                ? 1
                : small(Durations.number(match.group("count")).toBigInteger().toString());
        return match.group("gap") != null && count == 1 ? 2 : count;
    }

    private static int small(String digits) {
        return digits.length() > 3 ? 0 : Integer.parseInt(digits);
    }

    private static Wish clock(MatchResult match) {
        var every = match.group("every") == null ? match.group("every2") : match.group("every");
        return clock(every.matches("second|秒") ? 1000 : Durations.ms(every));
    }

    private static Wish clock(long ms) {
        return ms < 300 ? null : new Wish.Cuts(new Density.Time(ms));
    }
}

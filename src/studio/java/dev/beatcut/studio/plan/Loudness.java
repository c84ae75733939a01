package dev.beatcut.studio.plan;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.regex.MatchResult;

/** Louder and quieter, by feeling or by so much; and music that steps back under what is spoken. */
final class Loudness implements Topic {

    private static final double LOUDER = 1.5;
    private static final double QUIETER = 0.67;

    private static final String MUSIC =
            "(?:{the}(?:background |backing )?(?:music|song|bgm|soundtrack|volume of the music)\\b(?:'s)?+(?: volume| level| loudness)?+)";
    private static final String ANY = "(?:it|everything|the volume|volume|the sound|this)\\b";
    private static final String OWN =
            "(?:{the}(?:(?:original|own|natural|clips?'?s?|videos?'?s?|camera)(?: own| original)? (?:sounds?|audio|noise|volume)|clips|voices?|speech|dialogue|people talking)\\b)";
    private static final String MAKE = "(?:\\b(?:make|turn|bring|have|get|set|put|want|play|keep) )?";
    private static final String UP = "(?:louder|stronger|higher|more loud|not (?:so|too|that) quiet)\\b";
    private static final String DOWN =
            "(?:quieter|softer|lower|less loud|more quiet|more silent|(?:not|don't be) (?:so|too|that|very|as) loud|gentler)\\b";
    private static final String AMOUNT = " ?(?<amount>\\d{1,3}(?:\\.\\d)?) ?(?<unit>%|percent|db|decibels?)";
    private static final String BIT = "{much}";
    private static final String SPEAK =
            "(?:(?:when|while|whenever|where|if) (?:people|someone|somebody|anyone|they|he|she|i|we|the clips?|there) (?:are |is |am )?(?:speaks?|talks?|talking|speaking|speech|heard|voices?|say something)|(?:under|below|behind|beneath|for|around|during) {the}(?:voices?|speech|dialogue|talking|speaking|voice-?over|clips'? (?:own )?sound|clips|original (?:sound|audio)))\\b";

    private static final String MUSIC_ZH = "(?:(?:背景)?(?:音乐|配乐|歌曲|歌|bgm)(?:的)?(?:音量|声音)?|音量|声音)";
    private static final String OWN_ZH =
            "(?:(?:视频|片段|素材)?(?:的)?(?:原声|原音|人声|说话声)(?:的)?(?:音量|声音)?|(?:视频|片段|素材)(?:的)?(?:声音|音量))";
    private static final String UP_ZH = "(?:大|响|高)";
    private static final String DOWN_ZH = "(?:小|轻|低)";
    private static final String TURN_ZH = "(?:调|开|放|弄|变)?(?:得)?";
    private static final String MUCH_ZH = "(?<more>一点点|一点儿?|一些|点儿?|些|声点?|很多|得多)";

    private static final List<Phrase> PHRASES = List.of(
            duck(
                    false,
                    "(?:\\b(?:no|without|stop|remove|turn off) |{not}(?:use |do )?)(?:the )?(?:auto[- ]?)?(?:duck(?:ing)?|side-?chain(?:ing)?)\\b(?: {the}(?:music|song))?(?: "
                            + SPEAK + ")?|(?:不要|取消|关闭|去掉)(?:自动)?(?:音乐)?(?:闪避|压低|避让)"),
            duck(
                    true,
                    "\\b(?:add |use |with |do |some )*(?:auto[- ]?)?(?:ducking|side-?chain(?:ing)?)\\b(?: (?:for |to )?"
                            + MUSIC + ")?(?: " + SPEAK + ")?"),
            duck(true, "\\b(?:auto[- ]?)?duck (?:" + MUSIC + "|it)(?: " + SPEAK + "| a bit)?"),
            duck(
                    true,
                    "\\b(?:lower|turn down|reduce|dip|drop|bring down|quieten|fade down|duck) " + MUSIC + "(?: down)?"
                            + BIT + " " + SPEAK),
            duck(
                    true,
                    "\\b(?:turn|bring|have|make|put|keep|with) " + MUSIC + " (?:down|quieter|lower|quiet|low|softer)"
                            + BIT + " " + SPEAK),
            duck(
                    true,
                    MUSIC
                            + " (?:should (?:be |go )?|goes |go |is )?(?:a bit |a little |much )?(?:down|quieter|lower|quiet|low|softer)"
                            + BIT + " " + SPEAK),
            duck(
                    true,
                    "(?:有人)?(?:说话|讲话|人声|对白)(?:的)?(?:时候?|出现时?|部分)?(?:,)?(?:把|让)?" + MUSIC_ZH
                            + "(?:自动)?(?:降低|压低|调低|变小|小一点|减小|轻一点)|(?:音乐|背景音乐)?(?:自动)?(?:闪避|避让)(?:人声|原声|对白)?|(?:有人)?(?:说话|讲话|人声)(?:的)?(?:时候?|出现时?)?(?:,)?(?:自动)?(?:降低|压低|调低|减小)(?:背景)?(?:音乐|配乐)(?:音量)?|压低(?:背景)?音乐(?:突出|让出)(?:人声|对白|原声)"),
            own(OWN_ZH + "{zhbit}?" + TURN_ZH + "" + UP_ZH + MUCH_ZH, LOUDER),
            own(OWN_ZH + "{zhbit}?" + TURN_ZH + DOWN_ZH + MUCH_ZH, QUIETER),
            own(OWN_ZH + "太(?:小|轻|低)(?:了|声)?", LOUDER),
            own(OWN_ZH + "太(?:大|响|吵)(?:了|声)?", QUIETER),
            music("(?:把|让)?" + MUSIC_ZH + "{zhbit}?" + TURN_ZH + UP_ZH + MUCH_ZH, LOUDER),
            music("(?:把|让)?" + MUSIC_ZH + "{zhbit}?" + TURN_ZH + DOWN_ZH + MUCH_ZH, QUIETER),
            music("(?:把|让)?" + MUSIC_ZH + "(?:调|开|放)(?:大|高|响)(?!到|至|为|成)", LOUDER),
            music("(?:把|让)?" + MUSIC_ZH + "(?:调|放|降)(?:小|低|轻)(?!到|至|为|成)", QUIETER),
            music("(?:调大|提高|增大|加大)" + MUSIC_ZH + "(?!到|至|为|成)" + MUCH_ZH + "?", LOUDER),
            music("(?:调小|调低|降低|减小)" + MUSIC_ZH + "(?!到|至|为|成)" + MUCH_ZH + "?", QUIETER),
            music(MUSIC_ZH + "太(?:小|轻|低)(?:了|声)?", LOUDER),
            music(MUSIC_ZH + "太(?:大|响|吵)(?:了|声)?", QUIETER),
            by(
                    "\\b(?<down>lower|turn down|reduce|decrease|bring down|cut|drop) " + MUSIC + "(?: down)?(?: by)"
                            + AMOUNT,
                    Wish.MusicBy::new),
            by(
                    "\\b(?<up>raise|turn up|increase|boost|bring up) " + MUSIC + "(?: up)?(?: by)" + AMOUNT,
                    Wish.MusicBy::new),
            by("\\bturn " + MUSIC + " (?:(?<down>down)|(?<up>up)) by" + AMOUNT, Wish.MusicBy::new),
            by(
                    "(?:make )?" + MUSIC + "(?: by)?" + AMOUNT
                            + " (?:(?<down>quieter|softer|lower|down)|(?<up>louder|up))\\b",
                    Wish.MusicBy::new),
            by(
                    MUSIC + " (?:(?<down>down)|(?<up>up)|at|to)?"
                            + " ?(?<minus>-|\\+)?(?<amount>\\d{1,2}(?:\\.\\d)?) ?(?<unit>db)\\b",
                    Wish.MusicBy::new),
            Phrase.of(
                    "(?:" + MAKE + "(?:" + MUSIC + "|" + ANY
                            + ") )?(?:(?:quieter|softer|lower) by half|half as loud)\\b",
                    new Wish.MusicBy(0.5)),
            own("\\b{bit}" + UP + " " + OWN + "(?! ?(?:to|at|by)\\b)", LOUDER),
            own("\\b{bit}" + DOWN + " " + OWN + "(?! ?(?:to|at|by)\\b)", QUIETER),
            own(MAKE + OWN + " (?:be )?{bit}" + UP, LOUDER),
            own(MAKE + OWN + " (?:be )?{bit}" + DOWN, QUIETER),
            own(
                    "\\b(?:turn up|raise|boost|bring up) " + OWN + BIT + "|\\bturn "
                            + OWN.replace("{the}", "(?:the |my )?") + " up\\b",
                    LOUDER),
            own(
                    "\\b(?:turn down|lower|reduce|bring down) " + OWN + BIT + "(?! ?(?:to|at))|\\bturn "
                            + OWN.replace("{the}", "(?:the |my )?") + " down\\b(?! ?(?:to|at))",
                    QUIETER),
            own(
                    OWN + " (?:is|are) too (?:quiet|soft|low)\\b|\\b(?:i )?(?:can't|can not|cannot|can hardly) hear "
                            + OWN,
                    LOUDER),
            own(OWN + " (?:is|are) too loud\\b", QUIETER),
            music(MAKE + "(?:" + MUSIC + "|" + ANY + ") (?:be )?{bit}" + UP + "(?! than)", LOUDER),
            music(MAKE + "(?:" + MUSIC + "|" + ANY + ") (?:be )?{bit}" + DOWN + "(?! ?(?:to|than|third))", QUIETER),
            music("{begin}(?:" + MUSIC + "|volume|sound)\\b (?:a bit |a little )?up" + BIT + "{end}", LOUDER),
            music("{begin}(?:" + MUSIC + "|volume|sound)\\b (?:a bit |a little )?down" + BIT + "{end}", QUIETER),
            music("\\b{bit}louder(?: " + MUSIC + ")?(?! than)", LOUDER),
            music(
                    "\\b{bit}(?:quieter|softer|more quiet|less loud|not (?:so|too|that|as) loud)(?: " + MUSIC
                            + ")?(?! (?:than|parts?|sections?|transitions?))",
                    QUIETER),
            music(
                    "\\b(?:turn up|raise|boost|pump up|crank up|bring up|increase) (?:" + MUSIC + "|" + ANY + ")" + BIT
                            + "(?! ?(?:to|at)\\b)",
                    LOUDER),
            music(
                    "\\b(?:turn down|lower|reduce|bring down|decrease) (?:" + MUSIC + "|" + ANY + ")" + BIT
                            + "(?! ?(?:to|at)\\b)",
                    QUIETER),
            music(
                    "\\b(?:turn|bring|crank|pump) (?:" + MUSIC + "|" + ANY + ") up\\b" + BIT + "(?! ?(?:to|at)\\b)",
                    LOUDER),
            music("\\b(?:turn|bring) (?:" + MUSIC + "|" + ANY + ") down\\b" + BIT + "(?! ?(?:to|at)\\b)", QUIETER),
            music(
                    "(?:" + MUSIC + "|\\b" + ANY
                            + ") (?:is|'s) {bit}too (?:quiet|soft|low)\\b|\\b(?:i )?(?:can't|cannot|can hardly) hear "
                            + MUSIC,
                    LOUDER),
            music("(?:" + MUSIC + "|\\b" + ANY + "|it's) (?:is |'s )?{bit}too loud\\b", QUIETER));

    private static Phrase duck(boolean on, String template) {
        return Phrase.of(template, new Wish.Duck(on));
    }

    private static Phrase music(String template, double base) {
        return Phrase.of(template, match -> new Wish.MusicBy(Degree.factor(match, base)));
    }

    private static Phrase own(String template, double base) {
        return Phrase.of(template, match -> new Wish.OwnBy(Degree.factor(match, base)));
    }

    private static Phrase by(String template, DoubleFunction<Wish> wish) {
        return Phrase.of(template, match -> wish.apply(Math.round(factor(match) * 100) / 100.0));
    }

    private static double factor(MatchResult match) {
        double amount = Double.parseDouble(match.group("amount"));
        boolean down = has(match, "down") || "-".equals(has(match, "minus") ? match.group("minus") : "");
        if (match.group("unit").startsWith("d")) {
            return Math.pow(10, (down ? -amount : amount) / 20);
        }
        return Math.max(0, 1 + (down ? -amount : amount) / 100);
    }

    private static boolean has(MatchResult match, String group) {
        return match.namedGroups().containsKey(group) && match.group(group) != null;
    }

    @Override
    public void read(Sentence sentence) {
        PHRASES.forEach(sentence::read);
    }
}

package dev.beatcut.studio.plan;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** How loud the music is, and what becomes of the clips' own sound. */
final class Volumes implements Topic {

    /** The clips' own sound when it lies under the music. */
    static final double UNDER = 0.2;

    private static final String AMOUNT = "(?<amount>" + "(?:百分之)" + Durations.NUMBER
            + "|(?<![\\d.])\\d{1,4}(?:\\.\\d{1,3})? ?(?:%|percent\\b|per cent\\b)"
            + "|(?<![\\d.])[01]?\\.\\d{1,3}\\b|(?:a|one|1|2|two|3|three) (?:thirds?|quarters?|half)\\b(?: (?:the )?volume| as loud)?"
            + "|[一二三]分之[一二三]|四分之[一二三]|half\\b(?! an? )(?: (?:the )?volume| as loud)?\\b|full(?: volume)?\\b|一半|最大)";
    private static final String TURN = "(?:\\b(?:lower|turn down|turn up|turn|raise|reduce|set|bring|put|keep|have|play"
            + "|increase|decrease|make|with|change)\\b\\s*(?:the |my )?|把|将)?\\s*";
    private static final String TO_EN =
            "(?:\\s*(?:\\b(?:is|at|to|of|on|down|up|by|around|about|should be|be|volume|level"
                    + "|loudness|playing)\\b|=|:|'s)){0,6}\\s*";
    private static final String TO_ZH = "(?:的|音量|声音|调|降|设|置|整|减|放|开|低|小|大|高|到|为|成|至|在|是|:|用|\\s){0,10}";
    private static final String MUSIC =
            "(?:(?:background |backing )?(?:\\bmusic\\b|\\bsong\\b|\\bbgm\\b|\\bsoundtrack\\b"
                    + "|\\baudio track\\b)|(?:背景)?(?:音乐|配乐|歌曲|歌)|bgm)";
    private static final String MUSIC_ZH = "(?:背景)?(?:音乐|配乐|歌曲|歌|bgm)的?";
    private static final String CLIPS =
            "(?:(?:\\b(?:the|all|any|of|my|from) ){0,4}(?:\\b(?:original|own|natural|ambient|camera"
                    + "|source)\\b(?: (?:video|clip|camera)s?\\b)?|\\b(?:clip|video|footage)s?'?s?\\b)"
                    + "(?:'s|')?(?: own| original)?(?: (?:sounds?|audio|noise|volume))?)";
    private static final String OWN_EN =
            "(?:" + CLIPS + "|(?:\\b(?:the|all|any) )?\\b(?:sound|audio|noise)s? (?:of|from|in) (?:the |my "
                    + ")?(?:original |own )?(?:clips?|videos?|footage))";
    /** With the word for sound in it: "with the clips" is not about their sound. */
    private static final String OWN_SOUND =
            OWN_EN.replace("(?: (?:sounds?|audio|noise|volume))?)", " (?:sounds?|audio|noise|volume))");

    private static final String OWN_ZH = "(?:(?:视频|片段|素材|原视频|画面)?的?(?:原声|原音|原始声音|同期声|环境音|现场声))";

    private static final Pattern OWN_AT = Pattern.compile(TURN + "(?:" + OWN_EN + TO_EN + "|" + "(?:保留)?" + OWN_ZH
            + TO_ZH + ")" + AMOUNT + "(?: (?:volume|loudness)\\b)?" + "|" + AMOUNT.replace("amount", "amount2")
            + " (?:of the )?(?:original|own|clips?'?) (?:sound|audio|volume)");
    private static final Pattern OWN_OFF = Pattern.compile("\\b(?:mute|silence|turn off|kill) (?:the )?originals\\b|"
            + OWN_SOUND + " (?:is |should be )?(?:off|muted|out)\\b|\\b(?:mute|silence) (?:the )?" + OWN_EN
            + "|\\b(?:no|without|remove|drop|kill|turn off|cut out|strip|discard|(?:don't|do not) "
            + "(?:keep|use|want)) (?:the )?" + OWN_SOUND
            + "|(?:去掉|去除|关掉|关闭|取消|不要|不保留|删除|删掉|消除|没有|无)" + "(?:" + OWN_ZH + "|(?:视频|片段|素材|原视频)的?声音)"
            + "|" + OWN_ZH + "(?:静音|关掉|去掉|关闭|不要)|(?:视频|片段|素材|原视频)(?:的?声音)?(?:静音|去掉声音|消音)|(?:静音|消音)(?:视频|片段|素材|原视频"
            + "|原声)?|\\bmute (?:it all|everything but the music)");
    private static final Pattern OWN_ON = Vocabulary.pattern(
            "\\b(?:keep|preserve|leave|with|use|retain|hear|including|include) (?:the |all )?(?:" + OWN_SOUND + ")"
                    + "(?: (?:of|from|in) {the}(?:clips?|videos?|footage))?(?: (?:too|as well|also))?(?<under> (?:under|underneath|below|behind|beneath)(?: (?:it|the music|the song))?| in "
                    + "the background| quiet(?:ly)?| low)?"
                    + "|" + OWN_ZH + "(?:保留|留着|开着)|(?:保留|留着|留下|要|加上)" + OWN_ZH
                    + "(?<under2>(?:在|放在)?(?:音乐)?(?:下面|下方|底下|当背景|作为背景))?");

    private static final Pattern MUSIC_AT = Pattern.compile(TURN + "(?:(?:volume|loudness|level) (?:of|for) (?:the )?)?"
            + MUSIC + "(?:" + TO_EN + "|" + TO_ZH + ")" + AMOUNT + "(?: volume\\b)?"
            + "|" + AMOUNT.replace("amount", "amount2") + " (?:(?:for|of) the )?" + MUSIC + "(?: volume)?"
            + "|" + TURN + "(?:\\bvolume\\b|音量)" + "(?:" + TO_EN + "|" + TO_ZH + ")"
            + AMOUNT.replace("amount", "amount3")
            + "|" + TURN + "(?:\\bvolume (?:of|for) (?:the )?" + MUSIC + "|" + MUSIC + " volume|" + MUSIC_ZH + "音量|音量)"
            + "(?:" + TO_EN + "|" + TO_ZH
            + ")(?<bare>(?<![\\d.:])\\d{1,3}\\b)(?! ?(?:%|percent|per cent|db|s\\b|sec|min|[.:]\\d|[分秒]))"
            + "|\\bhalf (?:the )?" + MUSIC + " (?<amount5>)(?:volume|loudness|level)\\b"
            + "|" + TURN + MUSIC + "(?: at| to)? (?<amount4>half|full)(?: volume| level)?\\b");
    private static final Phrase ALL_OFF = Phrase.of(
            "\\b(?:mute|silence) (?:everything|all(?: (?:the )?(?:sound|audio))?|it completely)\\b|\\b(?:no|without(?: any)?) (?:sound|audio)(?: at all)?{end}|全部静音|完全静音|不要(?:任何)?声音",
            new Wish.MusicGain(0),
            new Wish.OwnGain(0));
    private static final Pattern MUSIC_OFF =
            Pattern.compile("\\b(?:mute|silence|no|without|turn off|remove|take out|kill|delete|drop) (?:the "
                    + ")?(?:background )?(?:music|song|bgm)\\b(?! (?:video|volume|level|changes?|fad\\w+|in|for|during|until|from|at|after|before))"
                    + "|(?:背景)?(?:音乐|配乐|bgm)(?:静音|关掉|关闭)|(?:静音|关掉|关闭|去掉|不要|删除)(?:背景)?(?:音乐|配乐|bgm)");

    @Override
    public void read(Sentence sentence) {
        sentence.read(ALL_OFF);
        sentence.read(OWN_AT, m -> new Wish.OwnGain(gain(m.group("amount"), m.group("amount2"))));
        sentence.read(MUSIC_OFF, m -> new Wish.MusicGain(0));
        sentence.read(OWN_OFF, m -> new Wish.OwnGain(0));
        sentence.read(OWN_ON, m -> new Wish.OwnGain(m.group("under") == null && m.group("under2") == null ? 1 : UNDER));
        sentence.read(
                MUSIC_AT,
                m -> new Wish.MusicGain(gain(
                        m.group("amount"),
                        m.group("amount2"),
                        m.group("amount3"),
                        m.group("amount4"),
                        m.group("amount5") == null ? null : "half",
                        m.group("bare") == null ? null : m.group("bare") + "%")));
    }

    private static double gain(String... said) {
        for (var amount : said) {
            if (amount != null) {
                return value(amount);
            }
        }
        return 1;
    }

    private static double share(String amount) {
        double parts = amount.matches(".*(?:third|三分).*") ? 3 : amount.matches(".*(?:quarter|四分).*") ? 4 : 2;
        int count = amount.matches(".*(?:2|two|之二).*") ? 2 : amount.matches(".*(?:3 |three|之三).*") ? 3 : 1;
        return Math.round(100 * count / parts) / 100.0;
    }

    private static double value(String amount) {
        if (amount.matches(".*(?:third|quarter|[三四二]分之).*")) {
            return share(amount);
        }
        if (amount.matches("(?:a |one |1 )?half.*") || amount.equals("一半")) {
            return 0.5;
        }
        if (amount.startsWith("full") || amount.equals("最大")) {
            return 1;
        }
        if (amount.startsWith("百分之")) {
            return Durations.number(amount.substring(3)).movePointLeft(2).doubleValue();
        }
        boolean percent = amount.matches(".*(?:%|cent)$");
        var number = new BigDecimal(amount.replaceAll("[^\\d.]", ""));
        return (percent ? number.movePointLeft(2) : number).doubleValue();
    }
}

package dev.beatcut.studio.plan;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Lower case, half width, simplified characters, digits for number words, and slips of the finger mended. */
final class Spelling {

    /** The words that the topics look for: a slip is mended towards these only. */
    private static final List<String> WORDS = words("""
            sync synchronize synchronise beat beats music song video videos clip clips photo photos every
            second seconds
            minute minutes other third fourth eighth measure measures downbeat downbeats vertical portrait landscape
            horizontal square widescreen youtube tiktok instagram reels shorts stories title titles caption
            text volume
            background original sound audio mute remove delete without bottom center centre middle upper
            lower left right
            white black yellow orange purple start chorus drop drops match rhythm visuals highlight
            highlights slideshow
            montage percent half long length cuts adjust create subtitles transitions everything quiet
            faster slower quicker shorter longer louder quieter softer tempo double undo redo crossfade crossfades
            flash flashes zoom punch fade ducking voices intro outro bridge verse section sections fewer twice
            whole entire milliseconds transition dissolve waltz replace another previous smaller bigger
            """);

    /** Words that lie one slip from one of ours, and mean something else. */
    private static final List<String> OWN = words("""
            best bear boat bean beam bead meat heat seat belt bent beast text test next crops props chops
            shop stop step
            sing song long along lead left lift lots lights light might night sight eight height weight match
            watch catch
            patch batch march music muse clip clap chip flip slip title tile tiles towel half hall hard harm
            cats cut cuts
            cuts cute nuts guts photo phone video start stars stare smart state sound round found bound pound
            mound ground
            around whole while write wide order others mother another minute right bright fright tight fight
            there where
            drop drip crop grow slow show snow flow blow know short shirts sports shots shorts stories stores
            store there
            centers letters better bitter butter later lower power flower tower slower over ever very even
            never event
            events seventh each reach beach teach peach teams seconds reel feels wheels heels created long
            strong second
            fatter fester father taste master smarter shower slowed longest shortest shower shores louden crossed
            flesh flask clash room boom zone bunch lunch lurch face faces faded fate tape types tempt temple trouble
            doubled doubles undone section action nation quickly whale hole while former fears ridge bride verses
            versa terse worse horse voice invoices smaller small bigger digger spread player layer people purple
            centred reels really really feel soft softly softer fading flashy flashed ends sends lens loss less
            lets mode move moved more most must made make like line live love life last late just east west rest
            mutes muted cutest duck ducks luck back pack lock look book took cool pool tool whose those these
            length lengths lengthy strength quit quite quiet quietly rightly lightly nightly through though thought
            into fake fame fare fever remote precious sessions block blank blink mate mule bears boats lover flush
            pinch verge stops halt bore bond undue
            mach replay replaced entry entre retire waste haste twist twin twine preview previews dissolved beans
            """);

    /** Those of them that people film, and name their files after. */
    private static final Set<String> FILMED = Set.copyOf(words("""
            beach beaches peach boat boats bear bears bean beans beam beast crops props shop night nuts cats pound mound
            flower tower teams butter letters lunch bride horse wheels player people ride nation
            """));

    private static final Map<String, String> SWAPPED = Map.ofEntries(
            Map.entry("teh", "the"),
            Map.entry("hte", "the"),
            Map.entry("adn", "and"),
            Map.entry("wiht", "with"),
            Map.entry("evry", "every"),
            Map.entry("form", "from"),
            Map.entry("fo", "of"),
            Map.entry("fro", "for"),
            Map.entry("ot", "to"),
            Map.entry("dont", "don't"),
            Map.entry("doesnt", "doesn't"),
            Map.entry("isnt", "isn't"),
            Map.entry("cant", "can't"),
            Map.entry("sinc", "sync"),
            Map.entry("beet", "beat"),
            Map.entry("beets", "beats"),
            Map.entry("mkae", "make"),
            Map.entry("makee", "make"),
            Map.entry("maek", "make"),
            Map.entry("amke", "make"),
            Map.entry("mor", "more"),
            Map.entry("neither", "no"),
            Map.entry("nor", "no"),
            Map.entry("plz", "please"),
            Map.entry("vol", "volume"),
            Map.entry("ohne", "without"),
            Map.entry("und", "and"),
            Map.entry("aber", "but"),
            Map.entry("mit", "with"),
            Map.entry("bitte", "please"),
            Map.entry("shall", "should"),
            Map.entry("les", "less"),
            Map.entry("vid", "video"),
            Map.entry("vids", "videos"));

    static final String TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)";
    static final String ONES = "(?:one|two|three|four|five|six|seven|eight|nine)";
    private static final List<String> COUNTED = words("""
            zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
            seventeen eighteen nineteen
            """);
    private static final List<String> TENFOLD = words(TENS.replaceAll("[(?:)|]", " "));

    private static final String TRADITIONAL = "標題節視頻豎橫樂輯鐘聲靜開頂間點個從讓寬幾兩長剪時顯現畫軌檔換頭後關閉為無裡裏臺請幫與對齊製這單鏡調變";
    private static final String SIMPLIFIED = "标题节视频竖横乐辑钟声静开顶间点个从让宽几两长剪时显现画轨档换头后关闭为无里里台请帮与对齐制这单镜调变";

    private final Map<String, String> known = new HashMap<>();

    Spelling() {
        WORDS.forEach(word -> known.put(word, word));
        known.putAll(SWAPPED);
        OWN.forEach(word -> known.putIfAbsent(word, word));
        // "One" and "zero" are words of their own: one cut per bar, the one.
        for (int i = 2; i < COUNTED.size(); i++) {
            known.put(COUNTED.get(i), String.valueOf(i));
        }
        known.put("zero", "0");
        known.put("hundred", "100");
        for (int i = 0; i < TENFOLD.size(); i++) {
            known.put(TENFOLD.get(i), String.valueOf(20 + 10 * i));
        }
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    /** Whether instructions know this word, so that it cannot be a name. */
    boolean knows(String word) {
        return known.containsKey(word.toLowerCase(Locale.ROOT)) && !FILMED.contains(word.toLowerCase(Locale.ROOT))
                || Leftovers.isEmpty(word.toLowerCase(Locale.ROOT));
    }

    /** @param piece one Latin word, one number of two words, one sign, or blanks */
    String mend(String piece) {
        if (piece.isBlank() && piece.indexOf('\n') < 0) {
            return " ";
        }
        if (piece.toLowerCase(Locale.ROOT).matches("w/o?")) {
            return piece.length() == 2 ? "with" : "without";
        }
        if (piece.length() == 1) {
            int at = TRADITIONAL.indexOf(piece);
            var plain = at < 0 ? piece : SIMPLIFIED.substring(at, at + 1);
            return isPrivate(piece.charAt(0))
                    ? " "
                    : Normalizer.normalize(plain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        }
        var word = Normalizer.normalize(piece, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
        var numbers = word.split("[ -]");
        if (numbers.length == 2) {
            return String.valueOf(Integer.parseInt(known.get(numbers[0])) + COUNTED.indexOf(numbers[1]));
        }
        return known.getOrDefault(word, word.length() < 4 ? word : nearest(word));
    }

    private static boolean isPrivate(char sign) {
        return sign >= '\uE000' && sign <= '\uF8FF';
    }

    private static String nearest(String word) {
        return WORDS.stream()
                .filter(wanted -> wanted.length() >= 4 && wanted.charAt(0) == word.charAt(0))
                .filter(wanted -> slips(word, wanted) <= (wanted.length() >= 8 ? 2 : 1))
                .findFirst()
                .orElse(word);
    }

    /** Letters missing, added, changed or swapped with their neighbour (optimal string alignment). */
    static int slips(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 2) {
            return Integer.MAX_VALUE;
        }
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(int[][] d, String a, String b, int i, int j) {
        int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + changed);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}

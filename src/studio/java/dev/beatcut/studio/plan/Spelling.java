package dev.beatcut.studio.plan;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lower case, half width, simplified characters, digits for number words, and slips of the finger mended. */
final class Spelling {

    /** The words that the topics look for: a slip is mended towards these only. */
    private static final List<String> WORDS = List.of(("""
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
            """).split("\\s+"));

    /** Words that lie one slip from one of ours, and mean something else. */
    private static final List<String> OWN = List.of(("""
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
            """).split("\\s+"));

    private static final Map<String, String> SWAPPED = Map.of(
            "teh", "the", "hte", "the", "adn", "and", "wiht", "with", "evry", "every", "form", "from", "fo", "of",
            "fro", "for", "ot", "to");
    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("twelve", "12"),
            Map.entry("fifteen", "15"),
            Map.entry("sixteen", "16"),
            Map.entry("twenty", "20"),
            Map.entry("thirty", "30"),
            Map.entry("forty", "40"),
            Map.entry("forty-five", "45"),
            Map.entry("fifty", "50"),
            Map.entry("sixty", "60"));

    private static final String TRADITIONAL = "標題節視頻豎橫樂輯鐘聲靜開頂間點個從讓寬幾兩長剪時顯現畫軌檔換頭後關閉為無裡裏臺請幫與對齊製這單鏡調變";
    private static final String SIMPLIFIED = "标题节视频竖横乐辑钟声静开顶间点个从让宽几两长剪时显现画轨档换头后关闭为无里里台请帮与对齐制这单镜调变";

    private final Map<String, String> known = new HashMap<>(NUMBERS);

    Spelling() {
        WORDS.forEach(word -> known.put(word, word));
        known.putAll(SWAPPED);
        OWN.forEach(word -> known.putIfAbsent(word, word));
    }

    /** @param piece one Latin word, or one sign */
    String mend(String piece) {
        if (piece.length() == 1) {
            int at = TRADITIONAL.indexOf(piece);
            var plain = at < 0 ? piece : SIMPLIFIED.substring(at, at + 1);
            return Normalizer.normalize(plain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        }
        var word = Normalizer.normalize(piece, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return known.getOrDefault(word, word.length() < 4 ? word : nearest(word));
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

package dev.beatcut.intent;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Evens out how a message was typed: width, case, traditional characters, slips of the finger. */
final class Typing {

    /** A slip is mended towards these only; shorter words lie too near to others. */
    private static final List<String> WORDS = List.of(
            "export", "download", "render", "credits", "balance", "status", "progress", "upload", "timeline", "video");

    private static final Pattern WORD = Pattern.compile("\\p{IsLatin}{5,}");

    private static final String TRADITIONAL = "匯導載儲輸發給這個視頻檔電積餘額點數狀態進軌線時間傳嗎樣還幫請煩麼現結連鏈為來將圖問剛";
    private static final String SIMPLIFIED = "汇导载储输发给这个视频档电积余额点数状态进轨线时间传吗样还帮请烦么现结连链为来将图问刚";

    private Typing() {}

    static String plain(String text) {
        var said = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[‘’`´]", "'");
        var simplified = said.codePoints()
                .map(Typing::simplified)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return WORD.matcher(simplified).replaceAll(word -> mended(word.group()));
    }

    private static int simplified(int sign) {
        int at = TRADITIONAL.indexOf(sign);
        return at < 0 ? sign : SIMPLIFIED.charAt(at);
    }

    private static String mended(String word) {
        return WORDS.stream()
                .filter(wanted -> wanted.charAt(0) == word.charAt(0) && isOneSlip(word, wanted))
                .findFirst()
                .orElse(word);
    }

    /** One letter missing, too many or wrong, or two neighbours swapped. A plural is another word. */
    private static boolean isOneSlip(String typed, String wanted) {
        int same = 0;
        while (same < Math.min(typed.length(), wanted.length()) && typed.charAt(same) == wanted.charAt(same)) {
            same++;
        }
        var a = typed.substring(same);
        var b = wanted.substring(same);
        if (a.isEmpty() || b.isEmpty()) {
            return b.length() == 1 && a.isEmpty();
        }
        return a.substring(1).equals(b.substring(1))
                || a.substring(1).equals(b)
                || a.equals(b.substring(1))
                || a.length() > 1
                        && b.length() > 1
                        && a.charAt(0) == b.charAt(1)
                        && a.charAt(1) == b.charAt(0)
                        && a.substring(2).equals(b.substring(2));
    }
}

package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An instruction while it is being read: in lower case, misspellings mended, quoted words folded into one sign each.
 * What a topic understood is taken out, so that in the end what is left is what nobody understood.
 */
final class Sentence {

    /** One quoted stretch. */
    static final String QUOTE = "[\uE000-\uE0FF]";

    private static final char TAKEN = '\uF8FF';
    private static final Pattern QUOTED = Pattern.compile("[\"“”„＂]([^\"“”„＂]+)[\"“”„＂]|「([^」]+)」|『([^』]+)』|《([^》]+)》"
            + "|‘(.+?)’(?!\\p{L})|(?<![\\p{L}\\p{N}])'(.+?)'(?![\\p{L}\\p{N}])");

    private final String original;
    private final List<String> quotes = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private final List<Integer> origins = new ArrayList<>();

    Sentence(String text, Spelling spelling) {
        this.original = text;
        Matcher quoted = QUOTED.matcher(text);
        int done = 0;
        while (quoted.find()) {
            addWords(done, quoted.start(), spelling);
            open.append((char) (QUOTE.charAt(1) + quotes.size() % 256));
            origins.add(quoted.start());
            quotes.add(firstGroup(quoted).strip());
            done = quoted.end();
        }
        addWords(done, text.length(), spelling);
        origins.add(text.length());
    }

    private void addWords(int from, int to, Spelling spelling) {
        Matcher words = Pattern.compile("[\\p{IsLatin}']+|.", Pattern.DOTALL)
                .matcher(original)
                .region(from, to);
        while (words.find()) {
            var mended = spelling.mend(words.group());
            for (int i = 0; i < mended.length(); i++) {
                origins.add(Math.min(words.start() + i, words.end() - 1));
            }
            open.append(mended);
        }
    }

    private static String firstGroup(MatchResult match) {
        for (int i = 1; i <= match.groupCount(); i++) {
            if (match.group(i) != null) {
                return match.group(i);
            }
        }
        return "";
    }

    /** The words of a {@link #QUOTE} sign, as they were written. */
    String quoted(String sign) {
        return quotes.get(sign.charAt(0) - QUOTE.charAt(1));
    }

    /** The stretch as it was written. */
    String written(int from, int to) {
        return original.substring(origins.get(from), origins.get(to)).strip();
    }

    /** What is still open, a matcher's view of it. */
    Matcher matcher(Pattern pattern) {
        return pattern.matcher(open.toString());
    }

    boolean has(Pattern pattern) {
        return matcher(pattern).find();
    }

    void take(int from, int to) {
        for (int i = from; i < to; i++) {
            open.setCharAt(i, TAKEN);
        }
    }

    /** Takes every stretch that matches and that {@code reading} makes something of; null leaves it. */
    <T> List<T> takeAll(Pattern pattern, Function<MatchResult, T> reading) {
        var found = new ArrayList<T>();
        var matcher = matcher(pattern);
        while (matcher.find()) {
            var read = reading.apply(matcher.toMatchResult());
            if (read != null) {
                found.add(read);
                take(matcher.start(), matcher.end());
            }
        }
        return found;
    }

    /** Everything but the quoted words and what was taken. */
    String rest() {
        return open.toString();
    }

    static boolean isTaken(char c) {
        return c == TAKEN;
    }
}

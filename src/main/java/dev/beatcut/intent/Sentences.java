package dev.beatcut.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where sentences and clauses end; never within quotation marks. What a sentence's end is told from never lies in text
 * that has not come yet: then there is no end so far.
 */
final class Sentences {

    private static final int LONGEST_QUOTE = 200;
    private static final String OPENING = "\"“„「『《＂‘'`";
    private static final String CLOSING = "\"””」』》＂’'`";
    private static final String MARKS = ".!?…。！？";
    private static final String AFTER_MARKS = "\"'”’」』)）]】*_~";

    /** A dot after these ends nothing: the number of a list's item, "vs.". */
    private static final Pattern NO_END = Pattern.compile(
            "(?i)(?:^\\W*\\d{1,3}|\\b(?:e\\.g|i\\.e|vs|approx|no|nr|mr|mrs|ms|dr|st|ft|feat|min|sec|max))$");

    private static final Pattern CLAUSE_END =
            Pattern.compile("[,;]\\s{1,8}(?:and |or |but |so )?(?:then )?|[，；]|、(?=然后|再|并)"
                    + "|\\s{1,8}(?:and|or) then\\s{1,8}|\\s{1,8}[-–—]+\\s{1,8}|——"
                    + "|\\s{1,8}(?:and|so|but|or|then)\\s{1,8}(?=(?:then |now |just )?(?:you (?:can|could|may|might|should|will)\\b|you'll\\b"
                    + "|(?:click|tap|drag|press|hit|open|select|choose|go to|head|export|download|preview|use the|hover|scroll)\\b))"
                    + "|\\s{1,8}(?:or|and)\\s{1,8}(?=(?:just |simply )?(?:tell|let|ask) me\\b)"
                    + "|\\s{1,8}(?=(?:once|when|if) (?:you'?re|you are|it's|it is) (?:ready|happy|satisfied|done)\\b)");

    private Sentences() {}

    /**
     * @param from its first sign
     * @param isAll nothing will come after {@code text}
     * @return where the sentence ends, before the white space after it; negative if that is not known yet
     */
    static int end(CharSequence text, int from, boolean isAll) {
        for (int at = from; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '\n') {
                return at;
            }
            if (MARKS.indexOf(sign) >= 0) {
                int after = afterMarks(text, at);
                if (after == text.length() && !isAll) {
                    return -1;
                }
                if (endsSentence(text, from, at, after)) {
                    return after;
                }
                at = after - 1;
            } else if (opensQuote(text, from, at)) {
                int close = closing(text, at);
                if (close == text.length() && !isAll) {
                    return -1;
                }
                at = close > at && close < text.length() ? close : at;
            }
        }
        return isAll ? text.length() : -1;
    }

    private static int afterMarks(CharSequence text, int at) {
        int after = at + 1;
        while (after < text.length()
                && (MARKS.indexOf(text.charAt(after)) >= 0 || AFTER_MARKS.indexOf(text.charAt(after)) >= 0)) {
            after++;
        }
        return after;
    }

    private static boolean endsSentence(CharSequence text, int from, int at, int after) {
        if ("。！？".indexOf(text.charAt(at)) >= 0 || after == text.length()) {
            return true;
        }
        if (!Character.isWhitespace(text.charAt(after))) {
            return false;
        }
        boolean dot = text.charAt(at) == '.' && after == at + 1;
        return !(dot && NO_END.matcher(text).region(from, at).find());
    }

    private static boolean opensQuote(CharSequence text, int from, int at) {
        boolean apostrophe = text.charAt(at) == '\'' || text.charAt(at) == '‘';
        return OPENING.indexOf(text.charAt(at)) >= 0
                && !(apostrophe && at > from && Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    /** @return the length of the text if it is too early to say, {@code at} if there is none */
    private static int closing(CharSequence text, int at) {
        char wanted = CLOSING.charAt(OPENING.indexOf(text.charAt(at)));
        int farthest = at + LONGEST_QUOTE;
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\n' || i > farthest) {
                return at;
            }
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return text.length();
    }

    /** Each with the separator after it, so that all of them together are the sentence. */
    static List<String> clauses(String sentence) {
        var masked = Quotes.masked(sentence);
        var clauses = new ArrayList<String>();
        var from = 0;
        for (var end = CLAUSE_END.matcher(masked); end.find(); from = end.end()) {
            clauses.add(sentence.substring(from, end.end()));
        }
        clauses.add(sentence.substring(from));
        return clauses;
    }
}

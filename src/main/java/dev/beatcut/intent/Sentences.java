package dev.beatcut.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text into sentences and those into clauses, never within quotation marks. */
final class Sentences {

    /** @param end its punctuation and the line breaks after it */
    record Sentence(String words, String end) {}

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…](?=\\s|$)[\\n]*|[。！？]+\\n*|\\n+");
    private static final Pattern CLAUSE_END =
            Pattern.compile("[,;]\\s+(?:and |or )?(?:then )?|[，；]|\\s+(?:and|or) then\\s+|\\s+[-–—]\\s+");

    private Sentences() {}

    static List<Sentence> of(String text) {
        var masked = Quotes.masked(text);
        var sentences = new ArrayList<Sentence>();
        var from = 0;
        for (var end = SENTENCE_END.matcher(masked); end.find(); from = end.end()) {
            sentences.add(new Sentence(text.substring(from, end.start()), text.substring(end.start(), end.end())));
        }
        if (from < text.length()) {
            sentences.add(new Sentence(text.substring(from), ""));
        }
        return sentences;
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

package dev.beatcut.intent;

import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;

/** A sentence without those of its clauses that are steps on a screen. */
final class Clauses {

    private static final Pattern LOOSE_END =
            Pattern.compile("(?i)(?:[,，;；、:：\\s–—-]|(?<![\\p{L}])(?:and|or|then|so|but)$)+$");
    private static final Pattern LOOSE_START =
            Pattern.compile("(?i)^(?:and|then|or|but|so)\\s+|^(?:并且|并|然后|而且|且)(?=\\p{IsHan})");
    private static final Pattern END = Pattern.compile("[.!?…。！？]+[\"'”’」』)）\\]】*_~]*$");
    private static final Pattern ITEM = Pattern.compile("^(?:\\d{1,3}[.)、]|[-*•·])\\s*");

    private Clauses() {}

    /**
     * @param afterStep the sentence before it was nothing else
     * @return empty if nothing is left
     */
    static String kept(String sentence, boolean afterStep, Set<Suggestion> suggestions) {
        var clauses = Sentences.clauses(sentence);
        var steps = GuiSteps.among(clauses, afterStep);
        var kept = new ArrayList<String>();
        for (var i = 0; i < clauses.size(); i++) {
            if (steps.get(i)) {
                suggestions.addAll(GuiSteps.suggestions(clauses.get(i)));
            } else {
                kept.add(clauses.get(i));
            }
        }
        suggestions.addAll(GuiSteps.hints(sentence));
        return steps.isEmpty() ? sentence : joined(kept, sentence);
    }

    private static String joined(ArrayList<String> kept, String sentence) {
        var words = LOOSE_END.matcher(String.join("", kept).strip()).replaceFirst("");
        var item = ITEM.matcher(sentence);
        var marker = item.find() ? item.group() : "";
        var begun = LOOSE_START
                .matcher(words.startsWith(marker) ? words.substring(marker.length()) : words)
                .replaceFirst("");
        if (begun.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return "";
        }
        var first = begun.codePointAt(0);
        var capital = Character.toString(Character.toUpperCase(first)) + begun.substring(Character.charCount(first));
        return marker + capital + (END.matcher(begun).find() ? "" : end(sentence));
    }

    private static String end(String sentence) {
        var end = END.matcher(sentence);
        return end.find() ? end.group() : "";
    }
}

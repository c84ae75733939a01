package dev.beatcut.intent;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the upstream said, in words for somebody without its screen: sentences about the film are kept, steps on buttons,
 * panels and menus are gone.
 *
 * @param text may be empty, if it spoke of nothing else
 * @param suggestions what those steps were for
 */
public record GuiTalk(String text, Set<Suggestion> suggestions) {

    /** @param said whole sentences: a step may span any number of deltas */
    public static GuiTalk of(String said) {
        var suggestions = EnumSet.noneOf(Suggestion.class);
        var text = Sentences.of(said).stream()
                .map(sentence -> sentence(sentence, suggestions))
                .collect(Collectors.joining())
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
        return new GuiTalk(text, suggestions);
    }

    /** Whether the upstream thinks that the film can be exported now. */
    public boolean exportSuggested() {
        return suggestions.contains(Suggestion.EXPORT);
    }

    private static String sentence(Sentences.Sentence sentence, Set<Suggestion> suggestions) {
        var clauses = Sentences.clauses(sentence.words());
        var steps = GuiSteps.among(clauses);
        var kept = new ArrayList<String>();
        for (var i = 0; i < clauses.size(); i++) {
            if (steps.get(i)) {
                suggestions.addAll(GuiSteps.suggestions(clauses.get(i)));
            } else {
                kept.add(clauses.get(i));
            }
        }
        return kept.size() == clauses.size() ? sentence.words() + sentence.end() : joined(kept, sentence);
    }

    private static String joined(List<String> kept, Sentences.Sentence sentence) {
        var words = String.join("", kept).strip().replaceAll("(?i)[,，;；、\\s]+(?:and|or|then|so)?$|[,，;；、]+$", "");
        var begun = words.replaceFirst("(?i)^(?:and|then|or)\\s+", "");
        if (begun.isEmpty()) {
            return sentence.end().replaceAll("[^\\n]", "");
        }
        var leading = sentence.words()
                .substring(
                        0,
                        sentence.words().length()
                                - sentence.words().stripLeading().length());
        return leading + Character.toUpperCase(begun.charAt(0)) + begun.substring(1) + sentence.end();
    }
}

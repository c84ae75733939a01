package dev.beatcut.chat;

import dev.beatcut.problem.Problem;
import java.util.List;

/**
 * What a caller says.
 *
 * @param text 1 to 4000 characters
 * @param media ids of the files that it is about; left out: all
 */
public record NewTurn(String text, List<String> media) {

    private static final int LONGEST = 4000;
    private static final int MOST_FILES = 100;

    public NewTurn {
        media = media == null ? List.of() : List.copyOf(media);
    }

    /** @throws Problem if nothing, or too much, was said */
    static NewTurn checked(NewTurn said) {
        if (said == null || said.text == null || said.text.isBlank()) {
            throw Problem.invalid("The text is missing.", "Send {\"text\": \"what to make of the files\"}.");
        }
        if (said.text.length() > LONGEST || said.media.size() > MOST_FILES) {
            throw Problem.invalid(
                    "The text has " + said.text.length() + " characters and names " + said.media.size()
                            + " files; up to " + LONGEST + " and " + MOST_FILES + " are accepted.",
                    "Say it in several turns.");
        }
        return said;
    }
}

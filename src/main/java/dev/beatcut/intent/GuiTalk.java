package dev.beatcut.intent;

import java.util.Set;

/**
 * What the upstream said, in words for somebody without its screen: sentences about the film are kept, steps on buttons,
 * panels and menus are gone.
 *
 * @param text may be empty, if it spoke of nothing else
 * @param suggestions what those steps were for
 */
public record GuiTalk(String text, Set<Suggestion> suggestions) {

    /** @param said everything; for what comes bit by bit there is {@link Retelling} */
    public static GuiTalk of(String said) {
        var retelling = new Retelling();
        retelling.hear(said);
        retelling.end();
        return retelling.soFar();
    }

    /** Whether the upstream thinks that the film can be exported now. */
    public boolean exportSuggested() {
        return suggestions.contains(Suggestion.EXPORT);
    }
}

package dev.beatcut.session;

import dev.beatcut.problem.Problem;
import dev.beatcut.state.Ids;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Which page of a list a caller wants.
 *
 * @param next of the page before
 */
public record Paging(
        @Parameter(description = "1 to 200 items") @QueryParam("limit") @DefaultValue("50")
        String limitText,

        @Parameter(description = "The `next` of the page before") @QueryParam("next")
        String next) {

    private static final int MOST = 200;

    public int limit() {
        if (!limitText.matches("[0-9]{1,3}") || Integer.parseInt(limitText) < 1 || Integer.parseInt(limitText) > MOST) {
            throw Problem.invalid(
                    "The limit \"" + limitText + "\" is not a number from 1 to " + MOST + ".",
                    "Leave it out, or give such a number.");
        }
        return Integer.parseInt(limitText);
    }

    /** The name to go on after, or null for the first page. */
    public String after() {
        if (next == null || next.isEmpty()) {
            return null;
        }
        if (next.length() != Ids.LENGTH || !Ids.wellFormed(next)) {
            throw Problem.invalid(
                    "\"" + next + "\" is no place in a list.", "Give the \"next\" of the page before, as it was told.");
        }
        return next;
    }
}

package dev.beatcut.session;

import dev.beatcut.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How long a caller lets an answer be held back. */
public record Wait(
        @Parameter(description = "Seconds, 0 to 25, to hold the answer back until the thing has come to its end")
        @QueryParam("wait")
        String seconds) {

    private static final int LONGEST = 25;

    public Duration duration() {
        if (seconds == null) {
            return Duration.ZERO;
        }
        if (!seconds.matches("[0-9]{1,3}") || Integer.parseInt(seconds) > LONGEST) {
            throw Problem.invalid(
                    "?wait=" + seconds + " is not a number of seconds from 0 to " + LONGEST + ".",
                    "Leave it out, or wait up to " + LONGEST + " s and ask again.");
        }
        return Duration.ofSeconds(Integer.parseInt(seconds));
    }
}

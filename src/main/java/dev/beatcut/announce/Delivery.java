package dev.beatcut.announce;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One try to tell somebody, as it is kept and shown; what there is not is left out.
 *
 * @param at when it was made
 * @param host of a webhook; neither the rest of its address nor a token is ever shown
 * @param attempt 1 is the first; re-delivering begins at 1 again
 * @param status that was answered (HTTP)
 * @param reason why it was not delivered, in a few words
 * @param next when it is tried again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Delivery(
        Instant at,
        Destination destination,
        String host,
        int attempt,
        Result result,
        Integer status,
        String reason,
        Instant next) {

    public enum Result {
        DELIVERED,
        /** To be tried again at {@code next}. */
        FAILED,
        /** Not tried again by itself. */
        GIVEN_UP
    }
}

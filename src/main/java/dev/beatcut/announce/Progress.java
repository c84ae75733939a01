package dev.beatcut.announce;

import dev.beatcut.announce.Delivery.Result;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How far one destination is.
 *
 * @param result of the last try; null before the first
 * @param tries made so far
 * @param next when it is told (again), or null when it is over
 */
record Progress(Result result, int tries, Instant next) {

    static Progress waiting(Instant from) {
        return new Progress(null, 0, from);
    }

    Progress after(Result tried, Optional<Instant> again) {
        return new Progress(
                tried,
                tries + 1,
                again.map(at -> at.truncatedTo(ChronoUnit.MILLIS)).orElse(null));
    }

    boolean due(Instant now) {
        return next != null && !next.isAfter(now);
    }

    boolean delivered() {
        return result == Result.DELIVERED;
    }

    boolean givenUp() {
        return result == Result.GIVEN_UP;
    }
}

package dev.beatcut.announce;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long after a failed try the next one comes. The first try is made at once.
 *
 * @param delays after the first, the second ... try; after the last one there is no other
 */
record Backoff(List<Duration> delays) {

    /** The schedule that the Standard Webhooks specification gives: ten tries in a little over three days. */
    static final Backoff STANDARD_WEBHOOKS = new Backoff(List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24)));

    /** A state machine waits for the answer, and AWS comes back sooner than somebody's server does. */
    static final Backoff AWS = new Backoff(List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24)));

    /** What is asked for beyond this is not waited for. */
    static final Duration LONGEST = Duration.ofHours(24);

    /** So much is added at most, so that many which failed together do not come back together. */
    private static final double JITTER = 0.1;

    /**
     * @param tries made so far, 1 or more
     * @param notBefore what whoever refused asked for, or null
     * @return empty when there has been enough
     */
    Optional<Duration> after(int tries, Duration notBefore, RandomGenerator random) {
        if (tries > delays.size()) {
            return Optional.empty();
        }
        var own = delays.get(tries - 1);
        var jittered = own.plusMillis((long) (own.toMillis() * JITTER * random.nextDouble()));
        return Optional.of(notBefore == null ? jittered : longer(jittered, shorter(notBefore, LONGEST)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}

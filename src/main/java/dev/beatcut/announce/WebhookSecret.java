package dev.beatcut.announce;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an owner's webhooks are signed with.
 *
 * @param madeFor the request that made it: the same request makes no other
 * @param older ones that sign along for a while, newest first
 */
record WebhookSecret(String secret, String madeFor, Instant madeAt, List<Older> older) {

    /** So long a receiver may take to learn the new one. */
    static final Duration OVERLAP = Duration.ofHours(24);

    /** Every secret that signs makes a header longer. */
    private static final int MOST_OLDER = 4;

    record Older(String secret, Instant until) {
        @Override
        public String toString() {
            return "Older[until=" + until + "]";
        }
    }

    static WebhookSecret first(String secret, Instant now) {
        return new WebhookSecret(secret, null, now, List.of());
    }

    WebhookSecret followedBy(String next, String request, Instant now) {
        if (request.equals(madeFor)) {
            return this;
        }
        var along = new ArrayList<Older>();
        along.add(new Older(secret, now.plus(OVERLAP)));
        older.stream().limit(MOST_OLDER - 1L).forEach(along::add);
        return new WebhookSecret(next, request, now, List.copyOf(along));
    }

    /** Without those whose time is over. */
    WebhookSecret at(Instant now) {
        var along = older.stream().filter(one -> one.until().isAfter(now)).toList();
        return new WebhookSecret(secret, madeFor, madeAt, along);
    }

    /** Everything that signs. */
    List<String> all() {
        return Stream.concat(Stream.of(secret), older.stream().map(Older::secret))
                .toList();
    }

    @Override
    public String toString() {
        return "WebhookSecret[madeAt=" + madeAt + ", older=" + older + "]";
    }
}

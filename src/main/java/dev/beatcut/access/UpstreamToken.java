package dev.beatcut.access;

import dev.beatcut.nemo.AnonymousToken;
import java.time.Duration;
import java.time.Instant;

/**
 * What is kept of an owner's account upstream.
 *
 * @param clientId sent with every request for a token
 * @param replacedAt when it took the place of one for which the upstream gave no token, null for the first
 * @param token null until the first one came
 * @param userId the anonymous user, for the registration link, or null
 * @param expiresAt null if unknown: then the upstream will say when it is over
 */
record UpstreamToken(String clientId, Instant replacedAt, String token, String userId, Instant expiresAt) {

    /** So long before its end a token is renewed: clocks differ, and a call takes time. */
    static final Duration EARLY = Duration.ofMinutes(1);

    /** The upstream gives an address ten tokens in 7 days: one owner's bad luck must not eat them up. */
    static final Duration BETWEEN_REPLACEMENTS = Duration.ofDays(1);

    static UpstreamToken none(String clientId) {
        return new UpstreamToken(clientId, null, null, null, null);
    }

    UpstreamToken with(AnonymousToken fresh) {
        var user = fresh.userId() == null ? userId : fresh.userId();
        return new UpstreamToken(clientId, replacedAt, fresh.token(), user, fresh.expiresAt());
    }

    UpstreamToken named(String user) {
        return new UpstreamToken(clientId, replacedAt, token, user, expiresAt);
    }

    /** Another account begins: nothing of the old one's goes on. */
    UpstreamToken replacedBy(String newClientId, Instant now) {
        return new UpstreamToken(newClientId, now, null, null, null);
    }

    boolean replaceable(Instant now) {
        return replacedAt == null || !now.isBefore(replacedAt.plus(BETWEEN_REPLACEMENTS));
    }

    /** @param refused a token that the upstream no longer takes, or null */
    boolean usable(Instant now, String refused) {
        return unrefused(refused) && (expiresAt == null || now.isBefore(expiresAt.minus(EARLY)));
    }

    /** Perhaps still good, whatever the clock says. */
    boolean unrefused(String refused) {
        return token != null && !token.equals(refused);
    }

    @Override
    public String toString() {
        return "UpstreamToken[userId=" + userId + ", expiresAt=" + expiresAt + "]";
    }
}

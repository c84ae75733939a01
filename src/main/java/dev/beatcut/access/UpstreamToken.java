package dev.beatcut.access;

import dev.beatcut.nemo.AnonymousToken;
import java.time.Instant;

/**
 * What is kept of an owner's account upstream.
 *
 * @param clientId made once, sent with every request for a token
 * @param token null until the first one came
 * @param userId the anonymous user, for the registration link, or null
 * @param expiresAt null if unknown: then the upstream will say when it is over
 */
record UpstreamToken(String clientId, String token, String userId, Instant expiresAt) {

    static UpstreamToken none(String clientId) {
        return new UpstreamToken(clientId, null, null, null);
    }

    UpstreamToken with(AnonymousToken fresh) {
        return new UpstreamToken(
                clientId, fresh.token(), fresh.userId() == null ? userId : fresh.userId(), fresh.expiresAt());
    }

    /** @param refused a token that the upstream no longer takes, or null */
    boolean usable(Instant now, String refused) {
        return token != null && !token.equals(refused) && (expiresAt == null || now.isBefore(expiresAt));
    }

    @Override
    public String toString() {
        return "UpstreamToken[userId=" + userId + ", expiresAt=" + expiresAt + "]";
    }
}

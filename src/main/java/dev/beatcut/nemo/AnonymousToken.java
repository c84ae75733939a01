package dev.beatcut.nemo;

import java.time.Instant;

/**
 * @param userId the anonymous user, for the registration link, or null
 * @param expiresAt null if the upstream did not say
 * @param credits 0 if the upstream did not say
 */
public record AnonymousToken(String token, String userId, Instant expiresAt, long credits) {

    @Override
    public String toString() {
        return "AnonymousToken[userId=" + userId + ", expiresAt=" + expiresAt + ", credits=" + credits + "]";
    }
}

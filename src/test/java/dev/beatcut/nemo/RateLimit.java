package dev.beatcut.nemo;

import java.time.Duration;

/** A 429 that says when to come again. */
public final class RateLimit {

    private RateLimit() {}

    public static NemoError until(Duration wait) {
        return NemoError.of(429, 429, "Too many").retryAfter(wait);
    }
}

package dev.beatcut.studio.library;

import java.time.Duration;

/** A client asks for a second token while its first one still works. */
public final class TokenStillGood extends RuntimeException {

    private final Duration remaining;

    TokenStillGood(Duration remaining) {
        super("This client's token is still good for " + remaining.toHours() + " hours");
        this.remaining = remaining;
    }

    public Duration remaining() {
        return remaining;
    }
}

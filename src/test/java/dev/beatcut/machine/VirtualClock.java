package dev.beatcut.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Real time, and what was jumped over besides. */
public final class VirtualClock implements InstantSource {

    private Duration jumped = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(jumped);
    }

    public void jump(Duration over) {
        jumped = jumped.plus(over);
    }

    /** Time that was jumped over so far. */
    public Duration jumped() {
        return jumped;
    }
}

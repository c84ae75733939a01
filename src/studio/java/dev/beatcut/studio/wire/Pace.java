package dev.beatcut.studio.wire;

import dev.beatcut.state.Pause;
import java.time.Duration;

/**
 * When a reply begins.
 *
 * @param late how long after it could
 */
record Pace(Duration late) implements Aspect {

    static final Pace AT_ONCE = new Pace(Duration.ZERO);

    void wait(Pause pause) {
        if (late.isPositive()) {
            pause.of(late);
        }
    }
}

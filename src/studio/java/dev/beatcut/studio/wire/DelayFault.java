package dev.beatcut.studio.wire;

import dev.beatcut.state.Pause;
import java.time.Duration;

/**
 * When a reply begins.
 *
 * @param late how long after it could
 */
record DelayFault(Duration late) implements Aspect {

    static final DelayFault AT_ONCE = new DelayFault(Duration.ZERO);

    void wait(Pause pause) {
        if (late.isPositive()) {
            pause.of(late);
        }
    }
}

package dev.beatcut.studio.wire;

import java.time.Duration;

/**
 * When an export's work begins.
 *
 * @param late how long after it was taken in
 */
record RenderQueue(Duration late) implements Aspect {

    static final RenderQueue EMPTY = new RenderQueue(Duration.ZERO);
}

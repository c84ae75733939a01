package dev.beatcut.state;

import java.time.Duration;

/** Waits, blocking the (virtual) thread; an interrupt ends it early and stays set. */
@FunctionalInterface
public interface Pause {

    Pause REAL = duration -> {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    };

    void of(Duration duration);
}

package dev.beatcut.state;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Holds an answer back until what it tells has come to an end, for as long as the caller will wait. */
public final class Watch {

    /** API Gateway ends a request after 30 s. */
    public static final Duration LONGEST = Duration.ofSeconds(25);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final InstantSource clock;
    private final Pause pause;

    public Watch(InstantSource clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** What {@code read} tells as soon as it is {@code over}, or after {@code wait} as it then stands. */
    public <T> T until(Duration wait, Supplier<T> read, Predicate<T> over) {
        var until = clock.instant().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        var seen = read.get();
        while (!over.test(seen)
                && clock.instant().isBefore(until)
                && !Thread.currentThread().isInterrupted()) {
            pause.of(BETWEEN_LOOKS);
            seen = read.get();
        }
        return seen;
    }
}

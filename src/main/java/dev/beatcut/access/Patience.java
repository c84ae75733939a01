package dev.beatcut.access;

import dev.beatcut.nemo.NemoError;
import dev.beatcut.nemo.NemoErrorKind;
import dev.beatcut.state.Pause;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Waiting, and the wire's rule for a rate limit: once more after 30 s, or after what {@code Retry-After} says. */
final class Patience {

    static final Duration AFTER_RATE_LIMIT = Duration.ofSeconds(30);

    /** What asks for more than this is not cured by waiting. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Consumer<Duration> sleep;

    Patience(Consumer<Duration> sleep) {
        this.sleep = sleep;
    }

    static Patience real() {
        return new Patience(Pause.REAL::of);
    }

    void pause(Duration length) {
        sleep.accept(length);
    }

    <T> T withRateLimit(Supplier<T> call) {
        try {
            return call.get();
        } catch (NemoError e) {
            var wait = e.retryAfter().orElse(AFTER_RATE_LIMIT);
            if (e.kind() != NemoErrorKind.RATE_LIMITED || wait.compareTo(LONGEST) > 0) {
                throw e;
            }
            pause(wait);
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return call.get();
        }
    }
}

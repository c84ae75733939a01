package dev.beatcut.access;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** When an invocation has to stop its work: before its time is up, whoever tells it. */
@Singleton
public final class Worktime {

    /** Until when this invocation may run, as the runtime tells. */
    static final ScopedValue<Instant> DEADLINE = ScopedValue.newInstance();

    private final InstantSource clock;
    private final FunctionsConfig config;

    Worktime(InstantSource clock, FunctionsConfig config) {
        this.clock = clock;
        this.config = config;
    }

    /** Asked when an invocation begins. */
    public Instant leave() {
        var now = clock.instant();
        var timeout = DEADLINE.isBound() ? DEADLINE.get() : now.plus(config.timeout());
        var last = timeout.minus(config.margin());
        return config.time().map(now::plus).filter(last::isAfter).orElse(last);
    }

    /** For work that begins anew every so often: the next one takes over from there. */
    public Instant leaveWithin(Duration turn) {
        var end = clock.instant().plus(turn);
        var last = leave();
        return end.isBefore(last) ? end : last;
    }
}

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

    /** How long {@code poll-renders} looks for what is due; what it has begun goes on until it has to leave. */
    public Duration looking() {
        return config.poll();
    }
}

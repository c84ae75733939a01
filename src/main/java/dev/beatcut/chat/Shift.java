package dev.beatcut.chat;

import dev.beatcut.state.Conflict;
import dev.beatcut.state.Hold;
import dev.beatcut.state.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A worker's time at a session: the session's lease, held on to until it is closed, and when the worker has to go. */
final class Shift implements AutoCloseable {

    private final Hold hold;
    private final InstantSource clock;
    private final Pause pause;
    private final Instant leave;

    Shift(Shifts shifts, Hold hold, Instant leave) {
        this.hold = hold;
        this.clock = shifts.clock();
        this.pause = shifts.pause();
        this.leave = leave;
    }

    /** @throws Conflict once somebody else may be at the session: then nothing more may be written or sent */
    void check() {
        hold.check();
    }

    Instant leave() {
        return leave;
    }

    boolean isUp() {
        return !has(Duration.ZERO);
    }

    /** Whether more than so much of the time is left. */
    boolean has(Duration time) {
        return Duration.between(clock.instant(), leave).compareTo(time) > 0
                && !Thread.currentThread().isInterrupted();
    }

    /** @return false if the worker has to go first */
    boolean rest(Duration wait) {
        pause.of(has(wait) ? wait : left());
        check();
        return !isUp();
    }

    private Duration left() {
        var left = Duration.between(clock.instant(), leave);
        return left.isNegative() || Thread.currentThread().isInterrupted() ? Duration.ZERO : left;
    }

    @Override
    public void close() {
        hold.close();
    }
}

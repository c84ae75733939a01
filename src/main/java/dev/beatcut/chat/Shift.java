package dev.beatcut.chat;

import dev.beatcut.state.Conflict;
import dev.beatcut.state.Expected;
import dev.beatcut.state.Lease;
import dev.beatcut.state.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A worker's time at a session: the session's lease, held on to until it is closed, and when the worker has to go. */
final class Shift implements AutoCloseable {

    private final Lease lease;
    private final Duration length;
    private final InstantSource clock;
    private final Pause pause;
    private final Instant leave;
    private final Runnable stop;
    private Lease.Held held;
    private Instant until;
    private boolean lost;

    Shift(Shifts shifts, Lease.Held held, Instant taken, Instant leave) {
        this.lease = shifts.lease();
        this.length = shifts.length();
        this.clock = shifts.clock();
        this.pause = shifts.pause();
        this.held = held;
        this.until = taken.plus(length);
        this.leave = leave;
        this.stop = shifts.heart().beat(length.dividedBy(3), this::prolong);
    }

    private synchronized void prolong() {
        if (lost) {
            return;
        }
        var asked = clock.instant();
        lease.prolong(held).ifPresentOrElse(longer -> holds(longer, asked), () -> lost = true);
    }

    private void holds(Lease.Held longer, Instant since) {
        held = longer;
        until = since.plus(length);
    }

    /** @throws Conflict once somebody else may be at the session: then nothing more may be written or sent */
    synchronized void check() {
        if (lost || !clock.instant().isBefore(until)) {
            throw new Conflict(held.key(), Expected.version(held.version()));
        }
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

    /** The holder is not interrupted: it may be in the middle of a write. */
    @Override
    public synchronized void close() {
        stop.run();
        lost = true;
        lease.release(held);
    }
}

package dev.beatcut.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A lease that a heart prolongs, for as long as its holder lives and has not closed it. */
public final class Hold implements AutoCloseable {

    private final Lease lease;
    private final Duration length;
    private final InstantSource clock;
    private final Runnable stop;
    private Lease.Held held;
    private Instant until;
    private boolean lost;

    Hold(Lease lease, Duration length, InstantSource clock, Heart heart, Lease.Held held, Instant taken) {
        this.lease = lease;
        this.length = length;
        this.clock = clock;
        this.held = held;
        this.until = taken.plus(length);
        this.stop = heart.beat(length.dividedBy(3), this::prolong);
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

    /** @throws Conflict once somebody else may have it: then nothing more may be written or sent */
    public synchronized void check() {
        if (lost || !clock.instant().isBefore(until)) {
            throw new Conflict(held.key(), Expected.version(held.version()));
        }
    }

    /** The holder is not interrupted: it may be in the middle of a write. */
    @Override
    public synchronized void close() {
        stop.run();
        lost = true;
        lease.release(held);
    }
}

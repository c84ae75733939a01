package dev.beatcut.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;

/**
 * A record that somebody works on: due when it no longer is, so that another takes it up where its process died. A heart
 * keeps it in hand for as long as the work takes.
 */
public final class InHand<T> implements AutoCloseable {

    /**
     * How things of a kind are kept in hand.
     *
     * @param length from then on the one who had it is taken for dead
     * @param busy what a value becomes while it is in hand until then
     */
    public record Grip<T>(
            Records<T> records, InstantSource clock, Heart heart, Duration length, BiFunction<T, Instant, T> busy) {

        /** @throws Conflict if another has taken it since it was read */
        public InHand<T> take(Versioned<T> read) {
            return new InHand<>(this, held(read));
        }

        /** Of one that was just written as being in hand. */
        public InHand<T> keep(Versioned<T> written) {
            return new InHand<>(this, written);
        }

        private Versioned<T> held(Versioned<T> read) {
            var until = clock.instant().plus(length);
            return records.update(read, busy.apply(read.value(), until), until);
        }
    }

    private final Grip<T> grip;
    private final Runnable stop;
    private volatile Versioned<T> held;
    private boolean over;

    private InHand(Grip<T> grip, Versioned<T> held) {
        this.grip = grip;
        this.held = held;
        this.stop = grip.heart().beat(grip.length().dividedBy(3), this::prolong);
    }

    private synchronized void prolong() {
        if (over) {
            return;
        }
        try {
            held = grip.held(held);
        } catch (Conflict taken) {
            over = true;
        }
    }

    public Key key() {
        return held.key();
    }

    public synchronized T value() {
        return held.value();
    }

    /**
     * What has become of it.
     *
     * @throws Conflict if another has taken it meanwhile
     */
    public synchronized Versioned<T> end(T next, Instant due) {
        close();
        return grip.records().update(held, next, due);
    }

    @Override
    public synchronized void close() {
        over = true;
        stop.run();
    }
}

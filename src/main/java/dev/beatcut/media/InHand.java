package dev.beatcut.media;

import dev.beatcut.state.Conflict;
import dev.beatcut.state.Heart;
import dev.beatcut.state.Records;
import dev.beatcut.state.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A file that is being handed over: busy, and due when it no longer is, so that somebody takes it up where its process
 * died. A heart keeps it busy for as long as that takes.
 */
final class InHand implements AutoCloseable {

    static final Duration BUSY = Duration.ofMinutes(1);

    private final Records<MediaItem> items;
    private final InstantSource clock;
    private final Runnable stop;
    private Versioned<MediaItem> held;
    private boolean over;

    /** @throws Conflict if another has taken it since it was read */
    InHand(Records<MediaItem> items, InstantSource clock, Heart heart, Versioned<MediaItem> read) {
        this.items = items;
        this.clock = clock;
        this.held = busy(read);
        this.stop = heart.beat(BUSY.dividedBy(3), this::prolong);
    }

    private Versioned<MediaItem> busy(Versioned<MediaItem> read) {
        var until = clock.instant().plus(BUSY);
        return items.update(read, read.value().handingOver(until), until);
    }

    private synchronized void prolong() {
        if (over) {
            return;
        }
        try {
            held = busy(held);
        } catch (Conflict taken) {
            over = true;
        }
    }

    synchronized MediaItem item() {
        return held.value();
    }

    /**
     * What has become of it.
     *
     * @throws Conflict if another has taken it meanwhile
     */
    synchronized MediaItem end(MediaItem next, Instant due) {
        close();
        return items.update(held, next, due).value();
    }

    @Override
    public synchronized void close() {
        over = true;
        stop.run();
    }
}

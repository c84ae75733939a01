package dev.beatcut.chat;

import dev.beatcut.session.Session;
import dev.beatcut.state.Key;
import dev.beatcut.state.Lease;
import dev.beatcut.state.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Who may work on a session, and what keeps the time. */
record Shifts(Lease lease, Duration length, InstantSource clock, Pause pause, Heart heart) {

    /** Beats until it is stopped, also while the one it beats for waits for somebody. */
    @FunctionalInterface
    interface Heart {

        Heart REAL = Shifts::beat;

        /** @return stops it; a beat that is under way is not interrupted */
        Runnable beat(Duration every, Runnable beat);
    }

    /** Empty while somebody else is at it. */
    Optional<Shift> begin(Session session, Instant leave) {
        var now = clock.instant();
        var key = new Key(session.partition("turn-lease"), "lease");
        return lease.take(key, UUID.randomUUID().toString()).map(held -> new Shift(this, held, now, leave));
    }

    private static Runnable beat(Duration every, Runnable beat) {
        var stopped = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try {
                while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                    Thread.startVirtualThread(beat); // one that fails is followed by the next
                }
            } catch (InterruptedException atTheEnd) {
                Thread.currentThread().interrupt();
            }
        });
        return stopped::countDown;
    }
}

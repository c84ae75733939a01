package dev.beatcut.chat;

import dev.beatcut.state.Lease;
import java.time.Duration;
import java.util.Optional;

/** Holds on to a lease while work goes on. */
final class Keeping implements AutoCloseable {

    private final Lease lease;
    private final Thread holding;
    private Lease.Held held;
    private boolean over;

    Keeping(Lease lease, Lease.Held held, Duration length) {
        this.lease = lease;
        this.held = held;
        this.holding = Thread.ofVirtual().start(() -> hold(length.dividedBy(3)));
    }

    private void hold(Duration every) {
        try {
            while (prolonged()) {
                Thread.sleep(every);
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean prolonged() {
        if (over) {
            return false;
        }
        Optional<Lease.Held> longer = lease.prolong(held);
        longer.ifPresent(renewed -> held = renewed);
        return longer.isPresent();
    }

    @Override
    public void close() {
        holding.interrupt();
        synchronized (this) {
            over = true;
            lease.release(held);
        }
    }
}

package dev.beatcut.chat;

import dev.beatcut.state.Lease;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds on to a lease while work goes on. */
final class Keeping implements AutoCloseable {

    private final Lease lease;
    private final CountDownLatch over = new CountDownLatch(1);
    private Lease.Held held;

    Keeping(Lease lease, Lease.Held held, Duration length) {
        this.lease = lease;
        this.held = held;
        Thread.ofVirtual().start(() -> hold(length.dividedBy(3)));
    }

    private void hold(Duration every) {
        try {
            boolean goOn = true;
            while (goOn) {
                goOn = !over.await(every.toMillis(), TimeUnit.MILLISECONDS) && prolonged();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean prolonged() {
        if (over.getCount() == 0) {
            return false;
        }
        var longer = lease.prolong(held);
        longer.ifPresent(renewed -> held = renewed);
        return longer.isPresent();
    }

    /** The holder is not interrupted: it may be in the middle of a write. */
    @Override
    public synchronized void close() {
        over.countDown();
        lease.release(held);
    }
}

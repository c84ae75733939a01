package dev.beatcut.state;

import dev.beatcut.observe.Trail;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Beats until it is stopped, also while the one it beats for waits for somebody. */
@FunctionalInterface
public interface Heart {

    Heart REAL = (every, beat) -> {
        var stopped = new CountDownLatch(1);
        var carried = Trail.carried(beat);
        Thread.ofVirtual().start(() -> {
            try {
                while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                    Thread.startVirtualThread(carried); // one that fails is followed by the next
                }
            } catch (InterruptedException atTheEnd) {
                Thread.currentThread().interrupt();
            }
        });
        return stopped::countDown;
    };

    /** @return stops it; a beat that is under way is not interrupted */
    Runnable beat(Duration every, Runnable beat);
}

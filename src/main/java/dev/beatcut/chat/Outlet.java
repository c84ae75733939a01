package dev.beatcut.chat;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Where events go to one listener, as fast as it reads: one that does not read holds up nobody and fills no memory. */
final class Outlet<T> {

    private final MultiEmitter<? super T> emitter;
    private final Duration patience;
    private final Semaphore woken = new Semaphore(0);

    /** @param patience with a listener that reads nothing */
    Outlet(MultiEmitter<? super T> emitter, Duration patience) {
        this.emitter = emitter;
        this.patience = patience;
        emitter.onRequest(more -> woken.release()).onTermination(woken::release);
    }

    boolean isOpen() {
        return !emitter.isCancelled();
    }

    /** @return false if the listener has left or reads nothing */
    boolean send(T event) throws InterruptedException {
        woken.drainPermits();
        while (isOpen() && emitter.requested() == 0) {
            if (!woken.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        emitter.emit(event);
        return isOpen();
    }

    /** Ends it with an event that a listener finds when it reads again. */
    void end(T last) {
        emitter.emit(last);
        end();
    }

    void end() {
        emitter.complete();
    }
}

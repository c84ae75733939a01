package dev.beatcut.studio.library;

import dev.beatcut.state.Conflict;
import dev.beatcut.state.Heart;
import dev.beatcut.state.Hold;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Looks after somebody's work for as long as it lasts: interrupts it when its lease is lost or nobody wants it any more. */
final class Vigil implements Right, AutoCloseable {

    private final Hold hold;
    private final BooleanSupplier wanted;
    private final Thread worker = Thread.currentThread();
    private final Runnable stop;
    private boolean over;

    Vigil(Hold hold, BooleanSupplier wanted, Heart heart, Duration every) {
        this.hold = hold;
        this.wanted = wanted;
        this.stop = heart.beat(every, this::look);
    }

    private void look() {
        if (isLost() || !wanted.getAsBoolean()) {
            interrupt();
        }
    }

    private synchronized void interrupt() {
        if (!over) {
            worker.interrupt();
        }
    }

    private boolean isLost() {
        try {
            hold.check();
            return false;
        } catch (Conflict another) {
            return true;
        }
    }

    @Override
    public void check() {
        if (Thread.currentThread().isInterrupted() || isLost()) {
            throw new CancellationException("The work was stopped, or is another node's by now");
        }
    }

    /** Gives the lease back, also where the work was interrupted: clients of AWS refuse an interrupted thread. */
    @Override
    public void close() {
        stop.run();
        synchronized (this) {
            over = true;
        }
        boolean interrupted = Thread.interrupted();
        try {
            hold.close();
        } finally {
            if (interrupted) {
                worker.interrupt();
            }
        }
    }
}

package dev.beatcut.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Many workers on one virtual clock: one of them runs at a time, until it lets time pass; then the one whose time comes
 * next goes on. So the same workers make the same history, however long they wait and wherever they run.
 */
public final class VirtualTime implements InstantSource, Heart {

    private record Wake(Instant at, long order, Semaphore sleeper) {}

    private final PriorityQueue<Wake> sleepers =
            new PriorityQueue<>(Comparator.comparing(Wake::at).thenComparing(Wake::order));
    private final Semaphore over = new Semaphore(0);
    private final List<Throwable> failures = new ArrayList<>();
    private Instant now;
    private Instant end;
    private long order;

    public VirtualTime(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void start(Duration after, Runnable work) {
        var go = lieDown(after);
        Thread.ofVirtual().start(() -> {
            go.acquireUninterruptibly();
            try {
                work.run();
            } catch (Throwable failure) {
                failures.add(failure);
            } finally {
                handOn();
            }
        });
    }

    /** To be called by a worker: sleeps, while others work. */
    public void pass(Duration time) {
        if (time.isPositive()) {
            var woken = lieDown(time);
            handOn();
            woken.acquireUninterruptibly();
        }
    }

    @Override
    public Runnable beat(Duration every, Runnable beat) {
        var stopped = new AtomicBoolean();
        start(every, () -> {
            while (!stopped.get()) {
                beat.run();
                pass(every);
            }
        });
        return () -> stopped.set(true);
    }

    private Semaphore lieDown(Duration time) {
        var sleeper = new Semaphore(0);
        sleepers.add(new Wake(now.plus(time), ++order, sleeper));
        return sleeper;
    }

    /** Wakes who is next, which may be the one who calls. */
    private void handOn() {
        if (sleepers.isEmpty() || sleepers.peek().at().isAfter(end) || !failures.isEmpty()) {
            over.release();
        } else {
            var next = sleepers.remove();
            now = next.at();
            next.sleeper().release();
        }
    }

    /** Until nobody is left to wake, or {@code until}; what a worker threw is an error. */
    public void run(Instant until) {
        end = until;
        handOn();
        over.acquireUninterruptibly();
        if (!failures.isEmpty()) {
            throw new AssertionError("A worker failed at " + now, failures.getFirst());
        }
    }
}

package dev.beatcut.studio.library;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.Heart;
import dev.beatcut.state.Key;
import dev.beatcut.state.Lease;
import dev.beatcut.state.Pause;
import dev.beatcut.state.Table;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The studio's own virtual threads, and work that only one node at a time may do. */
@Singleton
public final class Labour {

    /**
     * Nodes stop for many reasons, and the work in hand has no part in most: only work at which they stop again and again
     * is to blame, and given up.
     */
    static final int MOST_ATTEMPTS = 20;

    private static final Logger LOG = Logger.getLogger(Labour.class);

    private final ExecutorService workers;
    private final Lease leases;
    private final Mint mint;
    private final Duration length;
    private final Pause pause;
    private final Heart heart;

    @Inject
    public Labour(Table table, ObjectMapper json, InstantSource clock, StudioSettings settings, Mint mint) {
        this(table, json, clock, settings, mint, threads("studio-"), Pause.REAL, Heart.REAL);
    }

    /**
     * @param workers do the work; where they do it on the calling thread, it is done when its beginning returns
     * @param pause how they wait
     * @param heart prolongs their leases
     */
    public Labour(
            Table table,
            ObjectMapper json,
            InstantSource clock,
            StudioSettings settings,
            Mint mint,
            ExecutorService workers,
            Pause pause,
            Heart heart) {
        this.length = settings.lease();
        this.leases = new Lease(table, json, clock, length);
        this.mint = mint;
        this.workers = workers;
        this.pause = pause;
        this.heart = heart;
    }

    static ExecutorService threads(String name) {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
                .name(name, 1)
                .uncaughtExceptionHandler(Labour::broke)
                .factory());
    }

    void start(Runnable work) {
        workers.execute(work);
    }

    /** Lets a worker wait; it may be interrupted. */
    void pause(Duration length) {
        if (length.isPositive()) {
            pause.of(length);
        }
    }

    /**
     * Does {@code work} while holding the lease of {@code key}, here and now; if the lease is lost meanwhile, the
     * working thread is interrupted.
     *
     * @return false if somebody else holds the lease: nothing was done
     */
    boolean alone(Key key, Consumer<Right> work) {
        return alone(key, () -> true, work);
    }

    /** @param wanted looked at now and then; the working thread is interrupted too when it is not any more */
    boolean alone(Key key, BooleanSupplier wanted, Consumer<Right> work) {
        var hold = leases.hold(key, mint.leaseHolder(), heart);
        if (hold.isEmpty()) {
            return false;
        }
        try (var vigil = new Vigil(hold.get(), wanted, heart, length.dividedBy(3))) {
            work.accept(vigil);
        }
        return true;
    }

    /**
     * Interrupts whatever runs; ffmpeg children end with their threads. Unfinished work stays open in the table, and its
     * leases are given back, so that other nodes go on with it at once.
     */
    void stop(@Observes ShutdownEvent end) {
        close();
    }

    /** Stored work stays open in the table and is taken up again. */
    private static void broke(Thread thread, Throwable failure) {
        if (failure instanceof CancellationException) {
            LOG.debugf("%s was stopped", thread.getName());
        } else if (failure instanceof Problem problem && problem.code() == ProblemCode.STORAGE_UNAVAILABLE) {
            LOG.warnf("%s is put off: %s", thread.getName(), problem.detail());
        } else {
            LOG.errorf(failure, "%s broke off", thread.getName());
        }
    }

    void close() {
        workers.shutdownNow();
        try {
            workers.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.beatcut.render;

import dev.beatcut.observe.Gauge;
import dev.beatcut.observe.Observer;
import dev.beatcut.observe.Trail;
import dev.beatcut.state.Carrier;
import dev.beatcut.state.Pause;
import dev.beatcut.state.Sweep;
import dev.beatcut.state.Table;
import io.quarkus.arc.All;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Sweeps over what is due, of every kind: one for a schedule, or one after another for a process with little time. */
@Singleton
public class Rounds {

    /** What is due is looked for so often by one who stays. */
    static final Duration EVERY = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Sweep sweep;
    private final List<Gauge> gauges;
    private final InstantSource clock;
    private final Pause pause;

    @Inject
    Rounds(Table table, @All List<Carrier> carriers, @All List<Gauge> gauges, InstantSource clock, Observer observer) {
        this(table, carriers, gauges, clock, Pause.REAL, observer);
    }

    Rounds(
            Table table,
            List<Carrier> carriers,
            List<Gauge> gauges,
            InstantSource clock,
            Pause pause,
            Observer observer) {
        this.gauges = List.copyOf(gauges);
        this.clock = clock;
        this.pause = pause;
        this.sweep = new Sweep(table, carriers, clock, threads, new SecureRandom(), observer);
    }

    /** Starts a step of whatever is due. */
    void one() {
        sweep.round(Instant.MAX);
        look();
    }

    /** What goes wrong there stops no sweep. */
    private List<CompletableFuture<Void>> look() {
        return gauges.stream()
                .map(gauge -> CompletableFuture.runAsync(Trail.carried(gauge::look), threads)
                        .exceptionally(failure -> {
                            LOG.errorf(failure, "What a gauge would tell is not known now");
                            return null;
                        }))
                .toList();
    }

    /**
     * Goes round at once and every 30 s.
     *
     * @param looking for so long it goes round; then another one does
     * @param leave when it has come to an end: what was started is over by then, or left to whoever comes next
     * @return how many steps were taken
     */
    int within(Duration looking, Instant leave) {
        var steps = new ArrayList<CompletableFuture<Void>>();
        var looks = look();
        var next = clock.instant();
        var last = next.plus(looking);
        while (next.isBefore(last)
                && next.isBefore(leave)
                && !Thread.currentThread().isInterrupted()) {
            pause.of(Duration.between(clock.instant(), next));
            steps.addAll(sweep.round(leave));
            next = next.plus(EVERY);
        }
        var left = Math.max(0, Duration.between(clock.instant(), leave).toMillis());
        CompletableFuture.allOf(Stream.concat(steps.stream(), looks.stream()).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, left, TimeUnit.MILLISECONDS)
                .join();
        return steps.size();
    }

    /** What runs is not interrupted but dies with the process; whoever comes next goes on with it. */
    @PreDestroy
    void end() {
        threads.shutdown();
    }
}

package dev.beatcut.render;

import dev.beatcut.nemo.NemoAddress;
import dev.beatcut.state.Carrier;
import dev.beatcut.state.Sweep;
import dev.beatcut.state.Table;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/** The schedule of the server shape: sweeps over what is due, of every kind. */
@Singleton
public class RenderPoller {

    private final Scheduler scheduler;
    private final RenderConfig config;
    private final NemoAddress upstream;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Sweep sweep;

    RenderPoller(
            Scheduler scheduler,
            RenderConfig config,
            NemoAddress upstream,
            Table table,
            @All List<Carrier> carriers,
            InstantSource clock) {
        this.scheduler = scheduler;
        this.config = config;
        this.upstream = upstream;
        this.sweep = new Sweep(table, carriers, clock, threads, RandomGenerator.getDefault());
    }

    void begin(@Observes StartupEvent started) {
        scheduler
                .newJob("sweep")
                .setInterval(Renders.pollEvery(config, upstream).toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(tick -> sweep.start(), true)
                .schedule();
    }

    /** What runs is not interrupted but dies with the process; whoever comes next goes on with it. */
    @PreDestroy
    void end() {
        threads.shutdown();
    }
}

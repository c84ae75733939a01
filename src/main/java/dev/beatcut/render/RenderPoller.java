package dev.beatcut.render;

import dev.beatcut.nemo.NemoAddress;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** The schedule of the server shape: a round over what is due, never two at once. */
@Singleton
public class RenderPoller {

    private final Scheduler scheduler;
    private final RenderConfig config;
    private final NemoAddress upstream;
    private final Rounds rounds;

    RenderPoller(Scheduler scheduler, RenderConfig config, NemoAddress upstream, Rounds rounds) {
        this.scheduler = scheduler;
        this.config = config;
        this.upstream = upstream;
        this.rounds = rounds;
    }

    void begin(@Observes StartupEvent started) {
        scheduler
                .newJob("sweep")
                .setInterval(config.sweepEvery(upstream).toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(tick -> rounds.one(), true)
                .schedule();
    }
}

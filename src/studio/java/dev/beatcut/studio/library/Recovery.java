package dev.beatcut.studio.library;

import dev.beatcut.problem.Problem;
import dev.beatcut.state.Key;
import dev.beatcut.state.Table;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Finds turns and renders that nobody works on any more, after a restart or beside a dead node. */
@Singleton
public final class Recovery {

    private static final Logger LOG = Logger.getLogger(Recovery.class);
    private static final int MOST_AT_ONCE = 1000;

    private final Table table;
    private final Turns turns;
    private final RenderRoom renders;
    private final Scratch scratch;
    private final StudioSettings settings;
    private final InstantSource clock;

    public Recovery(
            Table table,
            Turns turns,
            RenderRoom renders,
            Scratch scratch,
            StudioSettings settings,
            InstantSource clock) {
        this.table = table;
        this.turns = turns;
        this.renders = renders;
        this.scratch = scratch;
        this.settings = settings;
        this.clock = clock;
    }

    void tidy(@Observes StartupEvent start) {
        if (settings.enabled()) {
            scratch.sweep();
        }
    }

    @Scheduled(every = "{beatcut.studio.sweep:2s}")
    @RunOnVirtualThread
    void sweep() {
        if (settings.enabled()) {
            IntStream.range(0, Table.SHARDS)
                    .boxed()
                    .flatMap(shard -> table.due(shard, clock.instant(), MOST_AT_ONCE).stream())
                    .forEach(this::tryToResume);
        }
    }

    /** One that cannot be read now keeps nobody from the others. */
    private void tryToResume(Key key) {
        try {
            resume(key);
        } catch (UncheckedIOException | Problem unreadable) {
            LOG.errorf(unreadable, "%s cannot be taken up again", key);
        }
    }

    private void resume(Key key) {
        switch (key.partition()) {
            case Turns.PARTITION -> turns.resume(key.sort());
            case Renders.PARTITION -> renders.resume(key.sort());
            default -> {
                // Somebody else's.
            }
        }
    }
}

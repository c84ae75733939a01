package dev.beatcut.snapshot;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jboss.logging.Logger;

/** Warms up before Lambda takes its snapshot of this process. Elsewhere, and natively, there is none. */
@Singleton
@IfBuildProperty(name = "quarkus.native.enabled", stringValue = "false", enableIfMissing = true)
public final class Snapshot implements Resource {

    private static final Logger LOG = Logger.getLogger(Snapshot.class);

    private final Iterable<WarmUp> warmUps;

    @Inject
    Snapshot(@Any Instance<WarmUp> warmUps) {
        this((Iterable<WarmUp>) warmUps);
    }

    Snapshot(Iterable<WarmUp> warmUps) {
        this.warmUps = warmUps;
    }

    void await(@Observes StartupEvent started) {
        await(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"), Core.getGlobalContext()::register);
    }

    /** @param initialization as Lambda names the way in which this process is started */
    void await(String initialization, Consumer<Resource> snapshots) {
        if ("snap-start".equals(initialization)) {
            snapshots.accept(this);
        }
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        warmUps.forEach(Snapshot::run);
    }

    /** Whatever stands in its way stands in the way of a call as well, which says so to somebody who can mend it. */
    private static void run(WarmUp warmUp) {
        try {
            warmUp.run();
        } catch (RuntimeException cold) {
            LOG.warnf("The snapshot is taken without %s: %s", warmUp.getClass().getSimpleName(), cold.getMessage());
        }
    }

    /** Nothing was kept that would have to be made again. */
    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}

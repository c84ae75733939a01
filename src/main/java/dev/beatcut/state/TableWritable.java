package dev.beatcut.state;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when what must not be lost can be written. */
@Readiness
@Singleton
public final class TableWritable implements HealthCheck {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Table table;
    private final Ids ids;
    private final InstantSource clock;

    TableWritable(Table table, Ids ids, InstantSource clock) {
        this.table = table;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        var now = clock.instant();
        var item = Item.of(new Key("health", ids.next()), "{}").expires(now.plus(KEPT));
        var written = table.put(item, Expected.absent(), now);
        table.delete(written.key(), Expected.version(written.version()), now);
        return HealthCheckResponse.up("table writable");
    }
}

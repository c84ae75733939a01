package dev.beatcut.render;

import dev.beatcut.access.SimulatedUpstream;
import dev.beatcut.announce.Announcement;
import dev.beatcut.announce.Announcer;
import dev.beatcut.announce.FakeAnnouncer;
import dev.beatcut.announce.Happening;
import dev.beatcut.nemo.InProcessNemo;
import dev.beatcut.nemo.SwiftCloud;
import dev.beatcut.objects.MemoryObjects;
import dev.beatcut.observe.Observer;
import dev.beatcut.session.Session;
import dev.beatcut.session.SimulatedSessions;
import dev.beatcut.simulation.Rooms;
import dev.beatcut.state.Heart;
import dev.beatcut.state.Sweep;
import dev.beatcut.state.Table;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Several processes with the real exports in them, each with a table of its own that all lead to the same items, on one
 * clock that is set by hand.
 */
public final class Pollers implements AutoCloseable {

    private record Process(Renders renders, SimulatedSessions sessions, Sweep sweep) {}

    public final FakeAnnouncer announced = new FakeAnnouncer(this::now);
    public final SwiftCloud cloud;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Process> processes;
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    /**
     * @param took the time that the upstream takes for a film
     * @param settings of {@code beatcut.render}, such as {@code poll-every}
     */
    public Pollers(List<Table> tables, Duration took, int segments, Map<String, String> settings) {
        this.cloud = new SwiftCloud(this::now, took, segments);
        this.processes = tables.stream().map(table -> process(table, settings)).toList();
    }

    private Process process(Table table, Map<String, String> settings) {
        var nemo = cloud.nemo();
        var upstream = SimulatedUpstream.of(table, Rooms.JSON, this::now, nemo, time -> {}, Pollers::name);
        var sessions = SimulatedSessions.of(
                table, Rooms.JSON, this::now, upstream, nemo, time -> {}, Heart.REAL, Pollers::name, () -> null);
        var renders = new Renders(
                sessions.sessions(),
                table,
                Rooms.JSON,
                new MemoryObjects("http://127.0.0.1:1"),
                this::now,
                InProcessNemo.ADDRESS,
                oneAtATime(),
                config(settings),
                Observer.NONE,
                Heart.REAL,
                () -> "render_" + name());
        var sweep = new Sweep(
                table, List.of(new RenderCarrier(renders, this::now)), this::now, threads, new Random(), Observer.NONE);
        return new Process(renders, sessions, sweep);
    }

    private Announcer oneAtATime() {
        return new Announcer() {
            @Override
            public Announcement tell(Announcement before, Happening what) {
                synchronized (announced) {
                    return announced.tell(before, what);
                }
            }
        };
    }

    private static RenderConfig config(Map<String, String> settings) {
        var ours = new HashMap<String, String>();
        settings.forEach((name, value) -> ours.put("beatcut.render." + name, value));
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(ours, "pollers", 500))
                .withMapping(RenderConfig.class)
                .build()
                .getConfigMapping(RenderConfig.class);
    }

    private static String name() {
        return UUID.randomUUID().toString();
    }

    private Instant now() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public Session open(int number) {
        return processes.getFirst().sessions.open("%026d".formatted(number), "en");
    }

    /** Asks for so many exports of one session, as callers do. */
    public void export(Session session, int from, int many) {
        var asked = new ArrayList<CompletableFuture<Void>>();
        for (int i = from; i < from + many; i++) {
            var own = "%026d".formatted(i);
            var process = processes.get(i % processes.size());
            asked.add(CompletableFuture.runAsync(() -> process.renders.export(session, own, null, null), threads));
        }
        asked.forEach(CompletableFuture::join);
    }

    /** All go round at once, and are over. */
    public void round() {
        var rounds = processes.stream()
                .map(process -> CompletableFuture.supplyAsync(() -> process.sweep.round(Instant.MAX), threads))
                .toList();
        rounds.forEach(round -> round.join().forEach(CompletableFuture::join));
    }

    @Override
    public void close() {
        threads.close();
    }
}

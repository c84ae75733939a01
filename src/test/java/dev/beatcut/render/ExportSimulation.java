package dev.beatcut.render;

import dev.beatcut.announce.Audience;
import dev.beatcut.announce.Outcome;
import dev.beatcut.announce.SimulatedAnnouncer.Telling;
import dev.beatcut.problem.Problem;
import dev.beatcut.simulation.Life;
import dev.beatcut.simulation.RenderTraffic;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.state.VirtualTime;
import dev.beatcut.studio.wire.InProcessStudio;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One history: a few servers with one table, a studio that misbehaves, callers who export, cancel and ask, and a world
 * that is told, all on one virtual clock and drawn from one seed. A server dies at the points that it is told to; a new
 * one comes in its place, and everything runs to its end.
 */
final class ExportSimulation {

    /** Nothing takes longer than to give up telling somebody who never answers. */
    private static final Duration LONGEST = Duration.ofDays(10);

    private static final Duration RAREST_LOOK = Duration.ofMinutes(10);
    private static final int PATIENCE = 400;

    /**
     * What one caller has heard.
     *
     * @param id of the export, or null if there is none
     * @param problem why there is none
     * @param end as the caller last saw it
     * @param audience whom the caller last named to be told of it
     */
    record Told(String id, Problem problem, RenderView end, Audience audience) {}

    final ExportWorld world;
    final ExportPlan plan;
    final VirtualTime time = new VirtualTime(ExportWorld.START);
    final MemoryTable memory;
    final RowLog rows;
    final InProcessStudio studio;
    final RenderTraffic traffic = new RenderTraffic(time);
    final Map<String, Told> told = new LinkedHashMap<>();
    final List<Telling> tellings = new ArrayList<>();
    final Set<Telling> heard = new HashSet<>();
    final List<Throwable> defects = new ArrayList<>();
    final List<String> diedAt = new ArrayList<>();
    final Random random;

    private final Set<Integer> deaths;
    private final ExportServer[] servers;
    private int points;
    private int begun;
    private int atWork;

    /** @param deaths at which points a server dies, counted over all of them */
    ExportSimulation(ExportWorld world, long seed, int... deaths) {
        this.world = world;
        this.random = new Random(seed);
        this.plan = ExportPlan.of(random);
        this.deaths = Arrays.stream(deaths).boxed().collect(Collectors.toSet());
        this.memory = world.table.copy();
        this.rows = new RowLog(memory);
        this.studio =
                new InProcessStudio(world.studio, time, seed, plan.faults().toArray(String[]::new));
        this.studio.craft.filming = () -> time.pass(Duration.ofSeconds(random.nextInt(plan.filming() + 1)));
        this.servers = new ExportServer[plan.servers()];
    }

    ExportSimulation run() {
        for (int place = 0; place < servers.length; place++) {
            begin(place, Duration.ofSeconds(random.nextInt(30)));
        }
        for (int i = 0; i < plan.exports(); i++) {
            var key = "key-" + i;
            start(random.nextInt(30), () -> export(key));
            if (random.nextInt(4) == 0) {
                start(random.nextInt(30), () -> insisting(server -> server.export(key, NewRender.DEFAULT)));
            }
        }
        if (random.nextInt(3) == 0) {
            start(random.nextInt(120), this::meddle);
        }
        time.run(ExportWorld.START.plus(LONGEST));
        return this;
    }

    /** All that was put, sent and told. */
    List<String> lines() {
        return Stream.of(
                        rows.rows().stream().flatMap(List::stream),
                        traffic.calls.stream().map(call -> call.sentAt() + " " + call),
                        tellings.stream(),
                        told.values().stream(),
                        diedAt.stream(),
                        Stream.of(points, now()))
                .flatMap(lines -> lines)
                .map(Object::toString)
                .toList();
    }

    /** How many there were where a server could have died. */
    int points() {
        return points;
    }

    boolean isOver() {
        return atWork == 0 && rows.isOver();
    }

    private void start(int after, Runnable caller) {
        atWork++;
        time.start(Duration.ofSeconds(after), () -> {
            caller.run();
            atWork--;
        });
    }

    // The servers.

    private void begin(int place, Duration after) {
        time.start(after, () -> {
            var life = new Life(time, this::fate, () -> begin(place, Duration.ofSeconds(1 + random.nextInt(300))));
            servers[place] = new ExportServer(this, life, begun++);
            sweepOnAndOn(servers[place], Duration.ofSeconds(10 + random.nextInt(20)));
        });
    }

    private boolean fate() {
        points++;
        if (!deaths.contains(points)) {
            return false;
        }
        diedAt.add(points + " (" + place() + ")");
        return true;
    }

    private static String place() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(frame -> frame.getClassName() + "." + frame.getMethodName())
                        .filter(frame -> frame.startsWith("dev.beatcut"))
                        .map(frame -> frame.substring(frame.lastIndexOf('.', frame.lastIndexOf('.') - 1) + 1))
                        .filter(frame -> !frame.matches("(Life|ExportSimulation)\\..*|.*lambda.*"))
                        .limit(6)
                        .collect(Collectors.joining(" < ")));
    }

    /** Nobody looks more often than there is something to see. */
    private void sweepOnAndOn(ExportServer server, Duration every) {
        while (!server.life.isOver() && !isOver()) {
            server.sweep();
            var idle = Duration.between(time.instant(), rows.nextDue().orElse(time.instant()));
            var wait = idle.compareTo(RAREST_LOOK) > 0 ? RAREST_LOOK : idle;
            time.pass(wait.compareTo(every) > 0 ? wait : every);
        }
    }

    // The callers.

    private void export(String key) {
        var id = asks(key, "first");
        if (random.nextInt(3) == 0) {
            time.pass(Duration.ofSeconds(random.nextInt(200)));
            var again = asks(key, "again");
            if (id.id() != null && !id.id().equals(again.id())) {
                throw new AssertionError(key + " was told " + id + ", and then " + again);
            }
            id = again;
        }
        if (id.id() != null) {
            cancelOrNot(id.id());
            watch(key, id);
        }
    }

    private Told asks(String key, String who) {
        var wanted =
                new NewRender(null, null, null, null, URI.create("https://" + who + "." + key + ".example"), who + key);
        var answer = insisting(server -> server.export(key, wanted));
        told.put(key, answer);
        return answer;
    }

    private void cancelOrNot(String id) {
        if (random.nextInt(4) == 0) {
            time.pass(Duration.ofSeconds(random.nextInt(120)));
            insisting(server -> server.cancel(id));
        }
    }

    /** Until it sees the end. */
    private void watch(String key, Told first) {
        for (int look = 0; look < PATIENCE; look++) {
            var seen = insisting(server -> server.get(first.id()));
            if (seen.end() != null && seen.end().status().isOver()) {
                told.put(key, new Told(seen.id(), null, seen.end(), first.audience()));
                return;
            }
            time.pass(Duration.ofSeconds(Math.min(1L << Math.min(look, 12), 1800)));
        }
    }

    /** Somebody else cancels whatever is listed, at any moment. */
    private void meddle() {
        for (var id : insisting(server -> server.list()).ids()) {
            insisting(server -> server.cancel(id));
        }
    }

    /** As a caller with an Idempotency-Key does: again, until it is told something that is not "try again". */
    private <T> T insisting(Function<ExportServer, T> call) {
        for (int i = 0; i < PATIENCE; i++) {
            var server = servers[random.nextInt(servers.length)];
            try {
                if (server != null) {
                    return call.apply(server);
                }
            } catch (Life.Killed | ExportServer.TryAgain again) {
                // As said.
            }
            time.pass(Duration.ofSeconds(1 + random.nextInt(30)));
        }
        throw new AssertionError("Nobody answers");
    }

    // The world.

    Outcome hear(Telling telling) {
        tellings.add(telling);
        boolean isDeaf = time.instant().isBefore(ExportWorld.START.plus(plan.deafFor()));
        if (isDeaf || random.nextInt(100) < plan.deaf()) {
            return new Outcome.Failed(503, "deaf", null);
        }
        heard.add(telling);
        return new Outcome.Delivered(200);
    }

    Duration way() {
        return random.nextInt(100) < plan.heldUp()
                ? Duration.ofSeconds(61 + random.nextInt(100))
                : Duration.ofMillis(1);
    }

    Instant now() {
        return time.instant();
    }
}

package dev.beatcut.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.intent.FilmForm;
import dev.beatcut.intent.Intent;
import dev.beatcut.media.MediaStatus;
import dev.beatcut.media.MediaView;
import dev.beatcut.observe.Observer;
import dev.beatcut.problem.Problem;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Session;
import dev.beatcut.simulation.Life;
import dev.beatcut.simulation.Road;
import dev.beatcut.simulation.Rooms;
import dev.beatcut.state.Lease;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.state.MortalTable;
import dev.beatcut.state.Packed;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import dev.beatcut.state.Versioned;
import dev.beatcut.state.VirtualTime;
import dev.beatcut.studio.wire.InProcessStudio;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Two servers with one table, a studio that misbehaves, and callers: all on one virtual clock and drawn from one seed.
 * Servers die at any call to the table or the upstream, and at any moment of a stream; a new one comes in their place.
 */
final class Simulation {

    /** What the studio gives to a new account. */
    static final long CREDITS = 1_000_000;

    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration SWEEP = Duration.ofSeconds(10);

    /** @param own its place in the session's line */
    record Said(Session session, String own, String text) {}

    final ObjectMapper json = Rooms.JSON;
    final VirtualTime time = new VirtualTime(START);
    final MemoryTable memory = new MemoryTable();
    final List<Said> said = new ArrayList<>();
    final InProcessStudio studio;

    private final Random random;
    private final int sessions;
    private final int turnsEach;
    private final int oneDeathIn;
    private final Server[] servers = new Server[2];
    private int brought;
    private int deaths;
    private int atWork;

    /** @param oneDeathIn so many calls, on average */
    Simulation(Path folder, long seed, int sessions, int turnsEach, int oneDeathIn, String... faults) {
        this.random = new Random(seed);
        this.sessions = sessions;
        this.turnsEach = turnsEach;
        this.oneDeathIn = oneDeathIn;
        this.studio = new InProcessStudio(folder, time, seed, faults);
    }

    /** Until every caller has said everything and every turn is over, or a day has passed. */
    Simulation run() {
        for (int i = 0; i < servers.length; i++) {
            begin(i);
        }
        for (int i = 0; i < sessions; i++) {
            int number = i;
            atWork++;
            time.start(Duration.ofSeconds(random.nextInt(60)), () -> call(number));
        }
        time.run(START.plus(Duration.ofDays(3)));
        return this;
    }

    int deaths() {
        return deaths;
    }

    private boolean isOver() {
        return atWork == 0 && turns().stream().allMatch(turn -> turn.status().isOver());
    }

    /** Every turn, by session and in the order of its line. */
    List<Turn> turns() {
        return said.stream().map(this::stored).toList();
    }

    private Turn stored(Said one) {
        var id = IdKind.TURN.in(one.session(), one.own());
        return Records.of(memory, json, Turn.class, time)
                .get(Turn.key(one.session(), id))
                .map(Versioned::value)
                .orElseThrow();
    }

    private void begin(int place) {
        var server = new Server(place);
        servers[place] = server;
        time.start(Duration.ofMillis(random.nextInt(10_000)), server::sweepOnAndOn);
    }

    // The callers.

    private void call(int number) {
        var session = insisting(server -> server.open(number % 3 == 0 ? "zh-CN" : "en", "%026d".formatted(number)));
        brings(session, "media/city-" + number + ".mp4", "clip " + number);
        brings(session, "media/song-" + number + ".mp3", "song " + number);
        for (int i = 0; i < turnsEach; i++) {
            var one = new Said(session, "%026d".formatted(i), words(number, i));
            insisting(server -> server.enter(one));
            said.add(one);
            time.pass(random.nextInt(3) == 0 ? Duration.ZERO : Duration.ofSeconds(random.nextInt(120)));
        }
        atWork--;
    }

    private void brings(Session session, String name, String content) {
        studio.objects.kept.put(name, content.getBytes(StandardCharsets.UTF_8));
        for (var status = MediaStatus.REFUSED; status == MediaStatus.REFUSED; brought++) {
            var id = "%026d".formatted(brought);
            status = insisting(server -> server.bring(session, id, name)).status();
        }
    }

    /** As a caller with an Idempotency-Key does: again, until it is told something. */
    private <T> T insisting(java.util.function.Function<Server, T> call) {
        while (true) {
            var server = servers[random.nextInt(servers.length)];
            try {
                return call.apply(server);
            } catch (Life.Killed | Problem again) {
                time.pass(Duration.ofSeconds(1 + random.nextInt(20)));
            }
        }
    }

    /** Each title is said once, so that it tells which message was heard, and any edit is seen in the draft. */
    private String words(int session, int turn) {
        var title = "title \"Nr %d of %d\"".formatted(turn, session);
        if (turn == 0) {
            return "cut on every second beat, 10 seconds, " + title;
        }
        return switch (random.nextInt(12)) {
            case 0 -> "export";
            case 1 -> "knit me a sweater, Nr %d of %d".formatted(turn, session);
            case 2, 3 -> "make it square, " + title;
            case 4, 5 -> "music at " + random.nextInt(10, 90) + "%, " + title;
            case 6, 7 -> "标题“Nr %d of %d”，%d秒".formatted(turn, session, random.nextInt(5, 20));
            default -> random.nextInt(5, 20) + " seconds, " + title;
        };
    }

    // The servers.

    private final class Server {
        private final Life life;
        private final Rooms rooms;
        private final Records<Turn> turns;
        private final Records<Open> open;
        private final Line line;

        Server(int place) {
            this.life = new Life(time, () -> random.nextInt(oneDeathIn) == 0, () -> {
                deaths++;
                begin(place);
            });
            this.rooms = Rooms.of(new MortalTable(memory, life::point), time, studio, life, Road.CLEAR, ids());
            var table = rooms.table();
            var projects = rooms.projects().sessions();
            this.turns = Records.of(table, json, Turn.class, time);
            this.open = Records.of(table, json, Open.class, time);
            this.line = new Line(
                    open,
                    turns,
                    new Shifts(new Lease(table, json, time, LEASE), time, life::pass, life),
                    new Conversation(
                            turns,
                            new Sending(turns, Records.of(table, json, Packed.class, time)),
                            projects,
                            this::export,
                            new Live(),
                            time,
                            rules(),
                            Observer.NONE));
        }

        private Supplier<String> ids() {
            return () -> new UUID(random.nextLong(), random.nextLong()).toString();
        }

        private Conversation.Rules rules() {
            var silent = List.of(seconds(3), seconds(3), seconds(3), seconds(3));
            var broken = List.of(seconds(30), seconds(60), seconds(60), seconds(60), seconds(60));
            return new Conversation.Rules(new Looks(silent, broken), Duration.ofMinutes(2), Duration.ofMinutes(1));
        }

        private String export(Session session, String own, FilmForm form) {
            life.point();
            return "rnd_" + own; // the ledger knows a render by this name, however often it is asked for
        }

        Session open(String language, String own) {
            return rooms.projects().open(own, language);
        }

        MediaView bring(Session session, String own, String name) {
            return rooms.media().bring(session, own, studio.objects.link(name, null, Duration.ofHours(1)));
        }

        Turn enter(Said one) {
            life.point();
            var session = one.session();
            var id = IdKind.TURN.in(session, one.own());
            var turn = turns.get(Turn.key(session, id)).map(Versioned::value).orElseGet(() -> {
                var said = new NewTurn(one.text(), List.of());
                var queued = Turn.queued(id, session, said, one.text(), Intent.of(one.text()), false, time.instant());
                return line.enter(session, queued, time.instant().plusSeconds(30));
            });
            life.start(Duration.ZERO, () -> line.work(session, leave()));
            return turn;
        }

        /** Some workers have little time. */
        private Instant leave() {
            return random.nextInt(4) == 0 ? time.instant().plusSeconds(90 + random.nextInt(840)) : Instant.MAX;
        }

        void sweepOnAndOn() {
            while (!life.isOver() && !isOver()) {
                life.dying(this::sweep);
                time.pass(SWEEP);
            }
        }

        private void sweep() {
            for (int shard = 0; shard < Table.SHARDS; shard++) {
                for (var key : rooms.table().due(shard, time.instant(), 100)) {
                    open.get(key)
                            .filter(read -> key.partition().startsWith(Open.ROOM + "/"))
                            .filter(read -> read.due() != null && !read.due().isAfter(time.instant()))
                            .ifPresent(read -> goOn(read.value()));
                }
            }
        }

        private void goOn(Open mark) {
            var session = rooms.projects().sessions().of(mark.owner(), mark.session());
            life.start(Duration.ZERO, () -> line.work(session, leave()));
        }
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}

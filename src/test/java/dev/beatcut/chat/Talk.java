package dev.beatcut.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.beatcut.intent.Intent;
import dev.beatcut.nemo.TurnOutcome;
import dev.beatcut.observe.Observer;
import dev.beatcut.session.FakeProject;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Session;
import dev.beatcut.state.Clockwork;
import dev.beatcut.state.Heart;
import dev.beatcut.state.Lease;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.state.MortalTable;
import dev.beatcut.state.Packed;
import dev.beatcut.state.Pause;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A session before an upstream that does as it is told, on time that passes when somebody waits. */
final class Talk {

    static final String OWN = "3".repeat(26);
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    final ObjectMapper json = JSON;
    final FakeProject upstream = new FakeProject();
    final Clockwork clock = new Clockwork();
    final MemoryTable memory = new MemoryTable();
    final Table table = new MortalTable(memory, () -> upstream.passing.run());
    final List<String> exports = new ArrayList<>();
    final Live live = new Live();
    Conversation.Exports exporting = (session, own, form) -> {
        exports.add(own);
        return "rnd_made";
    };
    Session session = FakeProject.SESSION;
    Observer observer = Observer.NONE;

    /** What is there to hear. */
    static List<Live.Heard> all(Live.Listener listener) throws InterruptedException {
        var all = new ArrayList<Live.Heard>();
        for (var next = listener.next(Duration.ZERO); next != null; next = listener.next(Duration.ZERO)) {
            all.add(next);
        }
        return all;
    }

    /** The upstream answers so, once its draft has so many seconds. */
    void answers(int seconds, TurnOutcome outcome) {
        upstream.agent = (text, listener) -> {
            upstream.draft = FakeProject.draft(seconds);
            return outcome;
        };
    }

    void answers(TurnOutcome outcome) {
        upstream.agent = (text, listener) -> outcome;
    }

    /** After so much time from now the draft has so many seconds. */
    void changesAfter(Duration time, int seconds) {
        var at = clock.instant().plus(time);
        var stop = new Runnable[1];
        stop[0] = clock.beat(Duration.ofSeconds(1), () -> {
            if (!clock.instant().isBefore(at)) {
                upstream.draft = FakeProject.draft(seconds);
                stop[0].run();
            }
        });
    }

    /** A word to the session, and its end. */
    Turn say(String text) {
        var turn = enter(text);
        line().work(session, Instant.MAX);
        return stored(turn);
    }

    Turn sayUntil(Duration time, String text) {
        var turn = enter(text);
        workFor(time);
        return stored(turn);
    }

    void workFor(Duration time) {
        line().work(session, clock.instant().plus(time));
    }

    Turn enter(String text) {
        return enter(text, OWN);
    }

    Turn enter(String text, String own) {
        return enter(new NewTurn(text, List.of()), text, own, false);
    }

    Turn wantingFilm(String text, String sent) {
        var turn = enter(new NewTurn(text, List.of()), sent, OWN, true);
        line().work(session, Instant.MAX);
        return stored(turn);
    }

    Turn enter(NewTurn said, String sent, String own, boolean film) {
        return enter(line(), clock, said, sent, own, film);
    }

    Turn enter(Line line, InstantSource clock, String text, String own) {
        return enter(line, clock, new NewTurn(text, List.of()), text, own, false);
    }

    private Turn enter(Line line, InstantSource clock, NewTurn said, String sent, String own, boolean film) {
        var id = IdKind.TURN.in(session, own);
        var turn = Turn.queued(id, session, said, sent, Intent.of(said.text()), film, clock.instant());
        return line.enter(session, turn, clock.instant());
    }

    Line line() {
        return line(table, clock, clock, clock);
    }

    Line line(Table table, InstantSource clock, Pause pause, Heart heart) {
        var turns = Records.of(table, json, Turn.class, clock);
        var conversation = new Conversation(
                turns,
                new Sending(turns, Records.of(table, json, Packed.class, clock)),
                upstream,
                (asked, own, form) -> exporting.begin(asked, own, form),
                live,
                clock,
                new Conversation.Rules(
                        new Looks(seconds(3, 3, 3, 3), seconds(30, 60, 60, 60, 60)),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(1)),
                observer);
        var length = Duration.ofSeconds(30);
        var shifts = new Shifts(new Lease(table, json, clock, length), clock, pause, heart);
        return new Line(Records.of(table, json, Open.class, clock), turns, shifts, conversation);
    }

    private static List<Duration> seconds(int... seconds) {
        return Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
    }

    Turn stored(Turn turn) {
        return Records.of(memory, json, Turn.class, clock)
                .get(Turn.key(session, turn.id()))
                .orElseThrow()
                .value();
    }

    List<Turn> stored() {
        return Records.of(memory, json, Turn.class, clock)
                .list(session.partition(Turn.ROOM), "", 100, null)
                .values()
                .stream()
                .map(read -> read.value())
                .toList();
    }

    List<Open> marks() {
        return Records.of(memory, json, Open.class, clock)
                .list(Open.partition(session), "", 100, null)
                .values()
                .stream()
                .map(read -> read.value())
                .toList();
    }

    static Session chinese() {
        return FakeProject.session("local", "zh-CN");
    }
}

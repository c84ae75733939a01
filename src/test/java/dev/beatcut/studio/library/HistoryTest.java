package dev.beatcut.studio.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.studio.beat.Correction;
import dev.beatcut.studio.plan.Material;
import dev.beatcut.studio.plan.Plan;
import dev.beatcut.studio.plan.Request;
import dev.beatcut.timeline.Draft;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.Track;
import dev.beatcut.timeline.TrackType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The films that a session had, and the way back to them. */
class HistoryTest {

    @TempDir
    Path folder;

    private final Node.Clock clock = new Node.Clock();
    private final MemoryTable table = new MemoryTable();
    private final FakeCraft craft = new FakeCraft();
    private final List<Request> requests = new ArrayList<>();
    private Node node;
    private Session session;

    @BeforeEach
    void open() {
        node = node();
        session = node.project(UUID.randomUUID().toString());
    }

    @Test
    void undo_brings_back_the_film_before_and_redo_the_one_after() {
        say("film one");
        say("film two");
        say("film three");

        say("step -1");
        assertThat(film()).isEqualTo("two");
        say("step -1");
        assertThat(film()).isEqualTo("one");
        say("step 1");
        assertThat(film()).isEqualTo("two");
        say("step 1");
        assertThat(film()).isEqualTo("three");
    }

    @Test
    void several_steps_are_one() {
        List.of("film one", "film two", "film three", "film four").forEach(this::say);

        say("step -3");
        assertThat(film()).isEqualTo("one");
        say("step 2");
        assertThat(film()).isEqualTo("three");
    }

    @Test
    void an_edit_after_undo_cannot_be_undone_into_what_was_undone() {
        List.of("film one", "film two", "step -1", "film other").forEach(this::say);

        assertThat(session().versions().after()).isEmpty();
        say("step -1");
        assertThat(film()).isEqualTo("one");
        say("step 1");
        assertThat(film()).isEqualTo("other");
    }

    @Test
    void before_the_first_edit_there_was_no_film() {
        List.of("film one", "step -1").forEach(this::say);

        assertThat(node.sessions.draft(session())).isNull();
        assertThat(say("film two").status()).isEqualTo(Turn.Status.EDITED);
        assertThat(film()).isEqualTo("two");
    }

    @Test
    void the_planner_sees_what_was_before_and_what_was_undone() {
        List.of("film one", "film two", "film three", "step -1", "film four").forEach(this::say);

        var history = requests.getLast().history();
        assertThat(requests.getLast().current().m().path("title").asText()).isEqualTo("two");
        assertThat(history.at(-1).m().path("title").asText()).isEqualTo("one");
        assertThat(history.at(-2)).isEqualTo(Timeline.EMPTY);
        assertThat(history.at(-3)).isNull();
        assertThat(history.at(1).m().path("title").asText()).isEqualTo("three");
        assertThat(history.at(2)).isNull();
    }

    @Test
    void history_goes_fifty_edits_back() {
        for (int i = 0; i < 55; i++) {
            node.sessions.queue(session.id(), "turn" + i);
            node.sessions.edit(session.id(), "turn" + i, film("film " + i), Map.of());
            node.sessions.over(session.id(), "turn" + i);
        }

        assertThat(session().versions().before()).hasSize(50);
        assertThat(node.sessions.history(session()).at(-50).m().path("title").asText())
                .isEqualTo("film 4");
    }

    @Test
    void drafts_are_in_the_session_by_reference() {
        List.of("film one", "film two").forEach(this::say);

        assertThat(session().versions().before()).allSatisfy(version -> assertThat(version.draft())
                .satisfiesAnyOf(draft -> assertThat(draft).isNull(), draft -> assertThat(draft.inline())
                        .isNull()));
        assertThat(session().draft().inline()).isNull();
    }

    @Test
    void a_step_costs_nothing() {
        List.of("film one", "film two").forEach(this::say);
        assertThat(node.account(session).total()).isEqualTo(92);

        assertThat(say("step -1").reply()).isEqualTo("stepped -1");
        assertThat(node.account(session)).isEqualTo(new Account(session.owner(), 92, Map.of()));
    }

    @Test
    void a_correction_is_heard_from_then_on_and_undone_with_its_edit() {
        List.of("film one", "correct 2", "film two").forEach(this::say);
        assertThat(tempo()).isEqualTo(240);
        assertThat(session().correction(song())).isEqualTo(Correction.tempo(2, 1));

        List.of("step -2", "film three").forEach(this::say);
        assertThat(tempo()).isEqualTo(120);
        assertThat(session().corrections()).isEmpty();
    }

    @Test
    void a_song_can_be_corrected_before_there_is_a_film() {
        say("correct 2");

        assertThat(node.sessions.draft(session())).isNull();
        say("film one");
        assertThat(tempo()).isEqualTo(240);
    }

    @Test
    void a_correction_that_is_taken_back_is_none() {
        List.of("correct 2", "correct 0", "film one").forEach(this::say);

        assertThat(tempo()).isEqualTo(120);
        assertThat(session().corrections()).isEmpty();
    }

    @Test
    void the_same_song_brought_again_is_corrected_too() {
        say("correct 2");
        node.bring(session, "again.mp3", "song b");
        say("film one");

        assertThat(requests.getLast().materials().getLast().beats().tempo()).isEqualTo(240);
    }

    @Test
    void a_step_that_was_written_before_the_end_is_not_taken_twice() {
        List.of("film one", "film two", "film three").forEach(this::say);
        node.table.killAfter(item -> item.key().partition().equals("studio/session")
                && item.document().contains("\"after\":[{"));
        var turn = node.turns.begin(session(), "step -1", event -> {});
        var next = node();
        await().until(() -> !next.sessions
                .of(session.owner(), session.id())
                .versions()
                .after()
                .isEmpty());
        node.kill();

        node = next;
        clock.forward(Duration.ofSeconds(16));
        node.recovery.sweep();

        assertThat(over(turn).status()).isEqualTo(Turn.Status.EDITED);
        assertThat(film()).isEqualTo("two");
        assertThat(node.account(session)).isEqualTo(new Account(session.owner(), 88, Map.of()));
    }

    @Test
    void a_step_that_was_not_written_leaves_the_session_as_it_was_and_is_taken_once() {
        List.of("film one", "film two", "film three").forEach(this::say);
        var before = session();
        node.table.killAfter(item -> item.key().partition().equals("studio/account")
                && item.document().contains("\"holds\":{}"));
        var turn = node.turns.begin(session(), "step -1", event -> {});
        var next = node();
        await().until(() -> next.account(session).frozen() == 0);
        node.kill();
        assertThat(next.sessions.of(session.owner(), session.id()).versions()).isEqualTo(before.versions());
        assertThat(next.sessions.of(session.owner(), session.id()).draft()).isEqualTo(before.draft());

        node = next;
        clock.forward(Duration.ofSeconds(16));
        node.recovery.sweep();

        assertThat(over(turn).status()).isEqualTo(Turn.Status.EDITED);
        assertThat(film()).isEqualTo("two");
        assertThat(node.account(session)).isEqualTo(new Account(session.owner(), 88, Map.of()));
    }

    @Test
    void a_turn_that_is_asked_twice_counts_once() {
        List.of("turn1", "turn2", "turn3").forEach(turn -> node.sessions.queue(session.id(), turn));
        node.sessions.edit(session.id(), "turn1", film("one"), Map.of());
        node.sessions.edit(session.id(), "turn2", film("two"), Map.of());
        node.sessions.edit(session.id(), "turn2", film("two"), Map.of());
        assertThat(session().versions().before()).hasSize(2);

        node.sessions.step(session.id(), "turn3", -1);
        node.sessions.step(session.id(), "turn3", -1);
        assertThat(film()).isEqualTo("one");
    }

    @Test
    void a_step_too_far_stays_where_it_is() {
        say("film one");
        say("step -7");

        assertThat(film()).isEqualTo("one");
    }

    /** "film NAME", "step BY", "correct TIMES" (0 takes back). */
    private Plan plan(Request request) {
        requests.add(request);
        var words = request.text().split(" ");
        return switch (words[0]) {
            case "film" -> new Plan.Edited(film(words[1]), "made");
            case "step" -> new Plan.Stepped(Integer.parseInt(words[1]), "stepped " + words[1]);
            default -> new Plan.Edited(request.current(), Map.of(song().address(), correction(words[1])), "corrected");
        };
    }

    private static Correction correction(String times) {
        return times.equals("0") ? Correction.NONE : Correction.tempo(Integer.parseInt(times), 1);
    }

    private static Timeline film(String title) {
        var m = JsonNodeFactory.instance.objectNode().put("title", title);
        return new Timeline(1000L, List.of(Track.of("trk_v", TrackType.VIDEO, List.of())), m, null);
    }

    private Media song() {
        return session().media().get(1);
    }

    private double tempo() {
        return requests.getLast().materials().stream()
                .filter(material -> material.kind() == Material.Kind.SONG)
                .findFirst()
                .orElseThrow()
                .beats()
                .tempo();
    }

    private String film() {
        return Draft.read(node.sessions.draft(session())).m().path("title").asText();
    }

    private Session session() {
        return node.sessions.of(session.owner(), session.id());
    }

    private Turn say(String text) {
        return over(node.turns.begin(session(), text, event -> {}));
    }

    private Turn over(Turn turn) {
        return await().atMost(Duration.ofSeconds(5)).until(() -> node.turns.turn(turn.id()), Turn::isOver);
    }

    private Node node() {
        return new Node(table, folder, clock, craft, new Settings(folder.resolve("scratch")), this::plan);
    }
}

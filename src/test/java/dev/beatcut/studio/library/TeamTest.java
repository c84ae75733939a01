package dev.beatcut.studio.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.beatcut.state.Expected;
import dev.beatcut.state.Item;
import dev.beatcut.state.Key;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.state.Table;
import dev.beatcut.studio.render.Output;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one table and one store of objects; time passes when a test says so. */
class TeamTest {

    private static final String EDIT = "cut on every second beat, 10 seconds, vertical";
    private static final JsonNode DRAFT = JsonNodeFactory.instance.objectNode();
    private static final Duration LEASE = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    private final Node.Clock clock = new Node.Clock();
    private final MemoryTable table = new MemoryTable();
    private final FakeCraft oneCraft = new FakeCraft();
    private final FakeCraft otherCraft = new FakeCraft();
    private Node one;
    private Node other;
    private Session session;

    @BeforeEach
    void open() {
        one = new Node(table, folder, clock, oneCraft, new Settings(folder.resolve("one")));
        other = new Node(table, folder, clock, otherCraft, new Settings(folder.resolve("other")));
        session = one.project(UUID.randomUUID().toString());
    }

    @AfterEach
    void close() {
        release();
        one.close();
        other.close();
    }

    @Test
    void each_node_takes_as_many_films_as_it_can_make_and_together_they_make_all_once() {
        hold();
        for (int id = 0; id < 5; id++) {
            submit("render_" + id);
        }
        other.recovery.sweep();
        await().until(() -> oneCraft.atOnce.get() == 1 && otherCraft.atOnce.get() == 1);
        release();

        await().untilAsserted(() -> {
            one.recovery.sweep();
            other.recovery.sweep();
            for (int id = 0; id < 5; id++) {
                assertThat(job("render_" + id).status()).isEqualTo(RenderJob.Status.COMPLETED);
            }
        });
        assertThat(oneCraft.begun.get() + otherCraft.begun.get()).isEqualTo(5);
        assertThat(oneCraft.mostAtOnce.get() + otherCraft.mostAtOnce.get()).isEqualTo(2);
    }

    @Test
    void a_film_stays_with_its_node_while_that_is_alive() {
        hold();
        submit("render_1");
        await().until(() -> oneCraft.atOnce.get() == 1);

        for (int beats = 0; beats < 10; beats++) {
            clock.forward(LEASE.dividedBy(3));
            one.pulse.beat();
        }
        other.recovery.sweep();
        release();

        assertThat(over("render_1").attempts()).isEqualTo(1);
        assertThat(otherCraft.begun).hasValue(0);
    }

    @Test
    void a_film_stays_with_its_node_though_the_table_could_not_be_reached_for_a_beat() {
        hold();
        submit("render_1");
        await().until(() -> oneCraft.atOnce.get() == 1);
        one.table.away(true);
        clock.forward(LEASE.dividedBy(3));
        one.pulse.beat();
        one.table.away(false);
        for (int beats = 0; beats < 3; beats++) {
            clock.forward(LEASE.dividedBy(3));
            one.pulse.beat();
        }

        other.recovery.sweep();
        release();

        assertThat(over("render_1").attempts()).isEqualTo(1);
        assertThat(otherCraft.begun).hasValue(0);
    }

    @Test
    void a_node_that_could_not_say_that_it_lives_stops_when_it_can_again() {
        hold();
        submit("render_1");
        await().until(() -> oneCraft.atOnce.get() == 1);
        clock.forward(LEASE.plusSeconds(1));
        other.recovery.sweep();
        await().until(() -> otherCraft.atOnce.get() == 1);

        one.pulse.beat();

        await().until(() -> oneCraft.atOnce.get() == 0);
        release();
        assertThat(over("render_1").status()).isEqualTo(RenderJob.Status.COMPLETED);
        assertThat(job("render_1").attempts()).isEqualTo(2);
    }

    @Test
    void a_node_that_lost_its_film_writes_nothing_though_it_never_noticed() {
        hold();
        oneCraft.film = "late";
        submit("render_1");
        await().until(() -> oneCraft.atOnce.get() == 1);
        clock.forward(LEASE.plusSeconds(1));
        otherCraft.films.countDown();
        other.recovery.sweep();
        var done = over("render_1");

        release();
        one.finish();

        assertThat(job("render_1")).isEqualTo(done);
        assertThat(folder.resolve("kept").resolve(done.object())).hasContent("film");
    }

    @Test
    void a_failure_of_a_node_that_lost_its_film_is_not_the_films() {
        hold();
        submit("render_1");
        await().until(() -> oneCraft.atOnce.get() == 1);
        clock.forward(LEASE.plusSeconds(1));
        other.recovery.sweep();
        await().until(() -> otherCraft.atOnce.get() == 1);

        var stale = job("render_1");
        var first = new RenderJob(
                stale.id(),
                stale.owner(),
                stale.session(),
                stale.capability(),
                stale.draft(),
                stale.output(),
                stale.status(),
                stale.progress(),
                1,
                stale.fruitless(),
                null,
                null,
                stale.createdAt(),
                0);
        one.renders.change(first, open -> open.failed("ffmpeg was killed", 1));

        assertThat(job("render_1").status()).isEqualTo(RenderJob.Status.PROCESSING);
    }

    @Test
    void a_node_that_is_told_to_stop_gives_its_film_back_at_once() {
        hold();
        submit("render_1");
        await().until(() -> oneCraft.atOnce.get() == 1);

        one.close();
        otherCraft.films.countDown();
        other.recovery.sweep();

        assertThat(over("render_1").status()).isEqualTo(RenderJob.Status.COMPLETED);
        assertThat(otherCraft.begun).hasValue(1);
    }

    @Test
    void a_film_is_cancelled_whichever_node_is_asked() {
        hold();
        submit("render_1");
        await().until(() -> oneCraft.atOnce.get() == 1);

        other.room.cancel(job("render_1"));
        one.pulse.beat();

        await().until(() -> oneCraft.atOnce.get() == 0);
        assertThat(job("render_1").status()).isEqualTo(RenderJob.Status.CANCELLED);
    }

    @Test
    void a_film_that_is_to_begin_later_is_begun_by_no_node_before() {
        one.room.submit(session, "render_1", DRAFT, Output.DEFAULT, Duration.ofSeconds(90));

        other.recovery.sweep();
        assertThat(otherCraft.begun).hasValue(0);
        clock.forward(Duration.ofSeconds(90));
        other.recovery.sweep();

        assertThat(over("render_1").status()).isEqualTo(RenderJob.Status.COMPLETED);
        assertThat(otherCraft.begun).hasValue(1);
    }

    @Test
    void a_record_that_cannot_be_read_keeps_no_film_from_being_taken_up() {
        for (int shard = 0; shard < Table.SHARDS; shard++) {
            table.put(
                    new Item(unreadable(shard), null, Instant.EPOCH, null, "{\"attempts\":\"many\"}"),
                    Expected.absent(),
                    clock.instant());
        }
        one.room.submit(session, "render_1", DRAFT, Output.DEFAULT, Duration.ofSeconds(90));
        clock.forward(Duration.ofSeconds(90));

        other.recovery.sweep();

        assertThat(over("render_1").status()).isEqualTo(RenderJob.Status.COMPLETED);
    }

    private static Key unreadable(int shard) {
        return IntStream.iterate(0, id -> id + 1)
                .mapToObj(id -> Renders.key("unreadable_" + id))
                .filter(key -> Table.shard(key) == shard)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_node_that_lost_its_turn_neither_edits_nor_charges_after_the_turns_that_came_since() {
        oneCraft.hearing = new CountDownLatch(1);
        var first = one.turns.begin(session, EDIT, event -> {});
        await().until(() -> oneCraft.heard.get() == 1);
        clock.forward(LEASE.plusSeconds(1));
        other.recovery.sweep();
        over(first);
        over(other.turns.begin(session, "title \"Urban Dreams\" for 3 seconds", event -> {}));
        var now = sessionNow();

        oneCraft.hearing.countDown();
        one.finish();

        assertThat(sessionNow()).isEqualTo(now);
        assertThat(one.account(session)).isEqualTo(new Account(session.owner(), 92, Map.of()));
    }

    @Test
    void an_edit_that_another_node_brought_to_its_end_is_not_made_again() {
        var stored = new Documents.Stored("{}", null);
        var later = session.queue("turn_1")
                .queue("turn_2")
                .edit("turn_1", stored, Map.of())
                .over("turn_1")
                .edit("turn_2", stored, Map.of())
                .over("turn_2");

        assertThat(later.edit("turn_1", new Documents.Stored("{\"late\":1}", null), Map.of()))
                .isEqualTo(later);
        assertThat(later.step("turn_1", -1)).isEqualTo(later);
    }

    @Test
    void a_turn_that_is_at_work_on_one_node_is_told_by_the_other() {
        oneCraft.hearing = new CountDownLatch(1);
        var turn = one.turns.begin(session, EDIT, event -> {});
        assertThat(other.turns.turn(turn.id()).isOver()).isFalse();

        oneCraft.hearing.countDown();

        assertThat(over(turn).reply()).isNotBlank();
    }

    @Test
    void a_song_is_listened_to_by_one_node_and_the_other_waits_for_it() {
        var mine = other.project(UUID.randomUUID().toString());
        oneCraft.hearing = new CountDownLatch(1);
        var here = one.turns.begin(session, EDIT, event -> {});
        await().until(() -> oneCraft.heard.get() == 1);
        var there = other.turns.begin(mine, EDIT, event -> {});

        oneCraft.hearing.countDown();

        assertThat(over(here).status()).isEqualTo(Turn.Status.EDITED);
        assertThat(over(there).status()).isEqualTo(Turn.Status.EDITED);
        assertThat(otherCraft.heard).hasValue(0);
    }

    @Test
    void a_song_that_a_dead_node_listened_to_is_listened_to_by_another() {
        var mine = other.project(UUID.randomUUID().toString());
        oneCraft.hearing = new CountDownLatch(1);
        one.turns.begin(session, EDIT, event -> {});
        await().until(() -> oneCraft.heard.get() == 1);
        one.kill();
        var there = other.turns.begin(mine, EDIT, event -> {});

        for (int beats = 0; beats < 4; beats++) {
            clock.forward(LEASE.dividedBy(3));
            other.pulse.beat();
        }

        assertThat(over(there).status()).isEqualTo(Turn.Status.EDITED);
        assertThat(otherCraft.heard).hasValue(1);
    }

    private void hold() {
        oneCraft.films = new CountDownLatch(1);
        otherCraft.films = new CountDownLatch(1);
    }

    private void release() {
        oneCraft.films.countDown();
        otherCraft.films.countDown();
        oneCraft.hearing.countDown();
    }

    private void submit(String id) {
        one.room.submit(session, id, DRAFT, Output.DEFAULT);
    }

    private RenderJob job(String id) {
        return other.renders.find(id).orElseThrow();
    }

    private RenderJob over(String id) {
        return await().until(() -> job(id), RenderJob::isOver);
    }

    private Turn over(Turn turn) {
        return await().until(() -> other.turns.turn(turn.id()), Turn::isOver);
    }

    private Session sessionNow() {
        return other.sessions.of(session.owner(), session.id());
    }
}

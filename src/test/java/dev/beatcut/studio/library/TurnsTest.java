package dev.beatcut.studio.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.studio.plan.Planner;
import dev.beatcut.timeline.Draft;
import dev.beatcut.timeline.TrackType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnsTest {

    private static final String EDIT = "cut on every second beat, 10 seconds, vertical";

    @TempDir
    Path folder;

    private final Node.Clock clock = new Node.Clock();
    private final MemoryTable table = new MemoryTable();
    private final FakeCraft craft = new FakeCraft();
    private Node node;
    private Session session;

    @BeforeEach
    void open() {
        node = node(100);
        session = node.project(UUID.randomUUID().toString());
    }

    @Test
    void an_edit_is_in_the_session_and_paid_once() {
        var turn = over(node, node.turns.begin(session, EDIT, event -> {}));

        assertThat(turn.status()).isEqualTo(Turn.Status.EDITED);
        assertThat(turn.reply()).isNotBlank();
        assertThat(pictures(node)).isGreaterThan(3);
        assertThat(node.account(session)).isEqualTo(new Account(session.owner(), 96, java.util.Map.of()));
    }

    @Test
    void what_is_not_understood_changes_nothing_and_costs_nothing() {
        var turn = over(node, node.turns.begin(session, "zzz qqq", event -> {}));

        assertThat(turn.status()).isEqualTo(Turn.Status.DECLINED);
        assertThat(turn.reply()).isNotBlank();
        assertThat(pictures(node)).isZero();
        assertThat(node.account(session).available()).isEqualTo(100);
    }

    @Test
    void a_turn_that_fails_says_why_and_costs_nothing() {
        craft.deaf = new Problem(ProblemCode.FILE_DAMAGED, "The song is \"torn\".", "Send it again.");
        var turn = over(node, node.turns.begin(session, EDIT, event -> {}));

        assertThat(turn.status()).isEqualTo(Turn.Status.FAILED);
        assertThat(turn.failure()).isEqualTo("The song is \"torn\". Send it again.");
        assertThat(pictures(node)).isZero();
        assertThat(node.account(session)).isEqualTo(new Account(session.owner(), 100, java.util.Map.of()));
    }

    @Test
    void a_turn_for_which_the_store_was_away_for_long_is_done_again_and_paid_once() {
        var away = new AtomicInteger(Labour.MOST_ATTEMPTS + 1);
        var settings = new Settings(folder.resolve("scratch"), 1, 100, 1000);
        var troubled = new Node(table, folder, clock, craft, settings, request -> {
            if (away.getAndDecrement() > 0) {
                throw new Problem(ProblemCode.STORAGE_UNAVAILABLE, "S3 does not answer.", "Try again.");
            }
            return new Planner().plan(request);
        });
        var turn = troubled.turns.begin(session, EDIT, event -> {});

        var over = await().atMost(Duration.ofSeconds(5))
                .until(
                        () -> {
                            troubled.recovery.sweep();
                            return troubled.turns.turn(turn.id());
                        },
                        Turn::isOver);

        assertThat(over.status()).isEqualTo(Turn.Status.EDITED);
        assertThat(troubled.account(session)).isEqualTo(new Account(session.owner(), 96, java.util.Map.of()));
    }

    @Test
    void a_turn_whose_session_is_forgotten_under_way_costs_nothing() {
        craft.hearing = new CountDownLatch(1);
        var turn = node.turns.begin(session, EDIT, event -> {});
        await().until(() -> craft.heard.get() == 1);

        node.sessions.forget(session.id());
        craft.hearing.countDown();

        assertThat(over(node, turn).status()).isEqualTo(Turn.Status.FAILED);
        assertThat(node.account(session)).isEqualTo(new Account(session.owner(), 100, java.util.Map.of()));
    }

    @Test
    void credits_are_frozen_while_it_runs() {
        craft.hearing = new CountDownLatch(1);
        var turn = node.turns.begin(session, EDIT, event -> {});

        assertThat(node.account(session).frozen()).isEqualTo(4);
        assertThat(node.account(session).available()).isEqualTo(96);
        craft.hearing.countDown();
        over(node, turn);
        assertThat(node.account(session).total()).isEqualTo(96);
    }

    @Test
    void without_credits_no_turn_begins_and_nothing_is_left_behind() {
        var poor = node(3);
        var mine = poor.project(UUID.randomUUID().toString());

        assertThatThrownBy(() -> poor.turns.begin(mine, EDIT, event -> {}))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NO_CREDITS));
        assertThat(poor.account(mine).total()).isEqualTo(3);
        assertThat(poor.sessions.of(mine.owner(), mine.id()).turns()).isEmpty();
        assertThat(table.list(Turns.PARTITION, "", 10, null, clock.instant()).items())
                .isEmpty();
    }

    @Test
    void turns_of_a_session_run_one_after_the_other_in_order() {
        craft.hearing = new CountDownLatch(1);
        var first = node.turns.begin(session, EDIT, event -> {});
        var second = node.turns.begin(session, "title \"Urban Dreams\" for 3 seconds", event -> {});
        assertThat(node.sessions.of(session.owner(), session.id()).turns()).containsExactly(first.id(), second.id());

        craft.hearing.countDown();
        over(node, first);
        assertThat(over(node, second).status()).isEqualTo(Turn.Status.EDITED);

        var film = Draft.read(node.sessions.draft(node.sessions.of(session.owner(), session.id())));
        assertThat(film.segments(TrackType.TEXT)).singleElement().matches(title -> title.text()
                .equals("Urban Dreams"));
        assertThat(pictures(node)).isGreaterThan(3);
    }

    @Test
    void a_turn_that_a_dying_process_left_is_done_by_the_next_and_paid_once() {
        craft.hearing = new CountDownLatch(1);
        var turn = node.turns.begin(session, EDIT, event -> {});
        await().until(() -> craft.heard.get() == 1);
        node.kill();
        craft.hearing.countDown();

        var next = node(100);
        next.recovery.sweep();
        assertThat(next.turns.turn(turn.id()).isOver())
                .as("the dead node's lease still holds")
                .isFalse();
        clock.forward(Duration.ofSeconds(16));
        next.recovery.sweep();

        assertThat(over(next, turn).status()).isEqualTo(Turn.Status.EDITED);
        assertThat(pictures(next)).isGreaterThan(3);
        assertThat(next.account(session)).isEqualTo(new Account(session.owner(), 96, java.util.Map.of()));
    }

    @Test
    void a_draft_that_was_written_but_not_paid_before_the_end_is_paid_once_and_not_planned_again() {
        node.table.killAfter(item -> item.document().contains("\"applied\":\"turn_"));
        var turn = node.turns.begin(session, EDIT, event -> {});
        var next = node(100);
        await().until(() -> next.sessions.of(session.owner(), session.id()).applied() != null);
        var planned = next.sessions.draft(next.sessions.of(session.owner(), session.id()));
        node.kill();

        clock.forward(Duration.ofSeconds(16));
        next.recovery.sweep();

        assertThat(over(next, turn).status()).isEqualTo(Turn.Status.EDITED);
        assertThat(next.sessions.draft(next.sessions.of(session.owner(), session.id())))
                .isEqualTo(planned);
        assertThat(next.account(session)).isEqualTo(new Account(session.owner(), 96, java.util.Map.of()));
        assertThat(next.sessions.of(session.owner(), session.id()).turns()).isEmpty();
    }

    @Test
    void credits_that_were_frozen_for_a_turn_that_never_began_come_back() {
        node.table.killAfter(item -> item.document().contains("\"holds\":{\"turn_"));
        assertThatThrownBy(() -> node.turns.begin(session, EDIT, event -> {})).hasMessage("killed");

        var next = node(100);
        assertThat(next.account(session).frozen()).isEqualTo(4);
        clock.forward(Duration.ofSeconds(16));
        next.recovery.sweep();

        assertThat(next.account(session)).isEqualTo(new Account(session.owner(), 100, java.util.Map.of()));
    }

    private long pictures(Node node) {
        var now = node.sessions.of(session.owner(), session.id());
        return Draft.read(node.sessions.draft(now)).segments(TrackType.VIDEO).size();
    }

    private static Turn over(Node node, Turn turn) {
        return await().atMost(Duration.ofSeconds(5)).until(() -> node.turns.turn(turn.id()), Turn::isOver);
    }

    private Node node(long credits) {
        return new Node(table, folder, clock, craft, new Settings(folder.resolve("scratch"), 1, credits, 1000));
    }
}

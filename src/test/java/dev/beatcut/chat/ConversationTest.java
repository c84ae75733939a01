package dev.beatcut.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.beatcut.intent.Intent;
import dev.beatcut.nemo.NemoError;
import dev.beatcut.nemo.TurnOutcome;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.FakeProject;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Session;
import dev.beatcut.state.Key;
import dev.beatcut.state.Lease;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.state.MortalTable;
import dev.beatcut.state.Packed;
import dev.beatcut.state.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private static final Session SESSION = FakeProject.SESSION;

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final FakeProject upstream = new FakeProject();
    private final MemoryTable memory = new MemoryTable();
    private final MortalTable table = new MortalTable(memory, () -> upstream.passing.run());
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> exports = new ArrayList<>();
    private Runnable duringPause = () -> {};
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Session session = SESSION;

    @Test
    void a_reply_is_kept_with_what_changed() {
        upstream.agent = (text, listener) -> {
            upstream.draft = FakeProject.draft(3);
            return new TurnOutcome.Spoke("Here you are.");
        };
        var turn = say("make it longer");

        assertThat(turn.status()).isEqualTo(TurnStatus.DONE);
        assertThat(turn.reply()).isEqualTo("Here you are.");
        assertThat(turn.changes()).anyMatch(change -> change.contains("length"));
        assertThat(upstream.heard).containsExactly("make it longer");
    }

    @Test
    void it_is_stored_as_sending_before_it_is_sent() {
        upstream.agent = (text, listener) -> {
            assertThat(stored().status()).isEqualTo(TurnStatus.SENDING);
            return new TurnOutcome.Spoke("Done.");
        };
        assertThat(say("cut").status()).isEqualTo(TurnStatus.DONE);
    }

    @Test
    void a_silent_edit_is_told_in_words() {
        upstream.agent = (text, listener) -> {
            upstream.draft = FakeProject.draft(3);
            return new TurnOutcome.Silent();
        };
        assertThat(say("cut").reply()).startsWith("Done: ").contains("length");
    }

    @Test
    void a_silent_edit_is_told_in_the_sessions_language() {
        session = FakeProject.session("local", "zh-CN");
        upstream.agent = (text, listener) -> {
            upstream.draft = FakeProject.draft(3);
            return new TurnOutcome.Silent();
        };
        assertThat(say("剪短").reply()).startsWith("已完成");
    }

    @Test
    void a_silent_edit_whose_change_comes_late_is_looked_for_a_few_times() {
        upstream.agent = (text, listener) -> new TurnOutcome.Silent();
        duringPause = () -> {
            if (pauses.size() == 2) {
                upstream.draft = FakeProject.draft(3);
            }
        };
        assertThat(say("cut").reply()).startsWith("Done: ");
        assertThat(pauses).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3));
    }

    @Test
    void a_silent_edit_without_a_change_says_so() {
        upstream.agent = (text, listener) -> new TurnOutcome.Silent();
        var turn = say("cut");

        assertThat(turn.status()).isEqualTo(TurnStatus.DONE);
        assertThat(turn.reply()).contains("as it was");
    }

    @Test
    void nothing_at_all_without_a_change_is_a_failure_and_is_not_sent_again() {
        upstream.agent = (text, listener) -> new TurnOutcome.Empty();
        var turn = say("cut");

        assertThat(turn.status()).isEqualTo(TurnStatus.FAILED);
        assertThat(turn.problem().next()).contains("say it again");
        assertThat(upstream.heard).hasSize(1);
    }

    @Test
    void after_a_cut_stream_the_state_decides_after_30_s_and_then_every_60() {
        upstream.agent = (text, listener) -> new TurnOutcome.Cut("I am putting");
        duringPause = () -> {
            if (pauses.size() == 3) {
                upstream.draft = FakeProject.draft(3);
            }
        };
        var turn = say("cut");

        assertThat(turn.status()).isEqualTo(TurnStatus.DONE);
        assertThat(turn.reply()).startsWith("I am putting").contains("Done: ");
        assertThat(pauses).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(60));
        assertThat(upstream.heard).hasSize(1);
    }

    @Test
    void after_a_cut_stream_and_five_unchanged_looks_it_has_failed_and_is_not_sent_again() {
        upstream.agent = (text, listener) -> new TurnOutcome.Cut("");
        assertThat(say("cut").status()).isEqualTo(TurnStatus.FAILED);
        assertThat(pauses).hasSize(5);
        assertThat(upstream.heard).hasSize(1);
    }

    @Test
    void a_failure_within_the_stream_keeps_what_was_said() {
        upstream.agent = (text, listener) -> new TurnOutcome.Failed("Starting on the", NemoError.of(0, 503, "busy"));
        var turn = say("cut");

        assertThat(turn.status()).isEqualTo(TurnStatus.FAILED);
        assertThat(turn.reply()).isEqualTo("Starting on the");
        assertThat(turn.problem().detail()).contains("busy");
    }

    @Test
    void what_the_upstream_refuses_before_it_runs_is_told() {
        upstream.refusals.add(new Problem(ProblemCode.NO_CREDITS, "No credits.", "Register."));
        var turn = say("cut");

        assertThat(turn.problem().code()).isEqualTo("NoCredits");
        assertThat(upstream.heard).isEmpty();
    }

    @Test
    void talk_of_buttons_does_not_reach_the_caller() {
        upstream.agent = (text, listener) -> {
            listener.text("The video is ready. Click the ");
            listener.text("Export button to save it. It has 3 tracks.");
            return new TurnOutcome.Spoke("The video is ready. Click the Export button to save it. It has 3 tracks.");
        };
        assertThat(say("cut").reply()).contains("ready").contains("3 tracks").doesNotContain("Click");
    }

    @Test
    void while_only_heartbeats_come_there_is_a_note_every_two_minutes() {
        upstream.agent = (text, listener) -> {
            for (int i = 0; i < 50; i++) {
                now = now.plusSeconds(10);
                listener.alive();
            }
            return new TurnOutcome.Spoke("Done.");
        };
        assertThat(say("cut").notes()).hasSize(4).allMatch(note -> note.text().contains("Still working"));
    }

    @Test
    void an_export_is_started_under_the_turns_own_name() {
        var turn = enter("export", Intent.EXPORT);
        line().work(session);

        assertThat(exports).containsExactly(IdKind.TURN.own(turn.id()));
        assertThat(stored().render()).isEqualTo("rnd_made");
        assertThat(upstream.heard).isEmpty();
    }

    @Test
    void turns_go_in_the_order_in_which_they_came() {
        for (int i = 0; i < 5; i++) {
            enter("say " + i, Intent.EDIT, "%026d".formatted(i));
        }
        line().work(session);
        assertThat(upstream.heard).containsExactly("say 0", "say 1", "say 2", "say 3", "say 4");
    }

    @Test
    void while_another_holds_the_session_nothing_is_sent() {
        enter("cut", Intent.EDIT);
        var lease = new Lease(memory, json, this::now, Duration.ofSeconds(30));
        lease.take(new Key(session.partition("turn-lease"), "lease"), "another").orElseThrow();
        line().work(session);
        assertThat(upstream.heard).isEmpty();

        now = now.plusSeconds(31);
        line().work(session);
        assertThat(upstream.heard).containsExactly("cut");
    }

    /** Flow 2: at every single point between two calls to the table or the upstream. */
    @Test
    void killed_at_any_point_it_comes_to_an_end_and_is_sent_at_most_once() {
        int points = 0;
        for (int dieAt = 1; dieAt <= 200; dieAt++) {
            if (!new ConversationTest().survives(dieAt)) {
                break;
            }
            points = dieAt;
        }
        assertThat(points).as("points where it was killed").isBetween(10, 199);
    }

    private boolean survives(int dieAt) {
        var left = new AtomicInteger(dieAt);
        upstream.agent = (text, listener) -> {
            upstream.draft = FakeProject.draft(3);
            return new TurnOutcome.Silent();
        };
        enter("cut", Intent.EDIT);
        upstream.passing = () -> {
            if (left.decrementAndGet() == 0) {
                throw new Killed();
            }
        };
        boolean killed = false;
        try {
            line().work(session);
        } catch (Killed dead) {
            killed = true;
        }
        upstream.passing = () -> {};
        now = now.plusSeconds(120);
        line().work(session);

        assertThat(stored().status()).as("killed at point " + dieAt).isIn(TurnStatus.DONE, TurnStatus.FAILED);
        assertThat(upstream.heard).as("killed at point " + dieAt).hasSizeLessThanOrEqualTo(1);
        assertThat(Records.of(memory, json, Open.class, this::now)
                        .list(Open.partition(session), "", 10, null)
                        .values())
                .isEmpty();
        return killed;
    }

    private static final class Killed extends Error {}

    private Turn say(String text) {
        enter(text, Intent.EDIT);
        line().work(session);
        return stored();
    }

    private Turn enter(String text, Intent intent) {
        return enter(text, intent, "3".repeat(26));
    }

    private Turn enter(String text, Intent intent, String own) {
        var id = IdKind.TURN.in(session, own);
        var turn = new Turn(
                id,
                "local",
                session.id(),
                text,
                List.of(),
                text,
                intent,
                TurnStatus.QUEUED,
                "",
                List.of(),
                List.of(),
                null,
                null,
                now,
                null,
                null);
        return line().enter(session, turn, now);
    }

    private Line line() {
        var turns = Records.of(table, json, Turn.class, this::now);
        var conversation = new Conversation(
                turns,
                Records.of(table, json, Packed.class, this::now),
                json,
                upstream,
                (asked, own) -> {
                    exports.add(own);
                    return "rnd_made";
                },
                new Live(),
                this::now,
                wait -> {
                    pauses.add(wait);
                    duringPause.run();
                },
                new Outcome.Looks(seconds(3, 3, 3, 3), seconds(30, 60, 60, 60, 60)),
                Duration.ofMinutes(2));
        return new Line(
                Records.of(table, json, Open.class, this::now),
                turns,
                new Lease(memory, json, this::now, Duration.ofSeconds(30)),
                Duration.ofSeconds(30),
                conversation,
                this::now);
    }

    private static List<Duration> seconds(int... seconds) {
        return Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
    }

    private Turn stored() {
        var turns = Records.of(memory, json, Turn.class, this::now);
        return turns.list(session.partition(Turn.ROOM), "", 10, null)
                .values()
                .getFirst()
                .value();
    }

    private Instant now() {
        return now;
    }
}

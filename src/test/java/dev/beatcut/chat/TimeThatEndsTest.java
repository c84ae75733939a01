package dev.beatcut.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.nemo.TurnOutcome;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.FakeProject;
import dev.beatcut.state.Clockwork;
import dev.beatcut.state.Key;
import dev.beatcut.state.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** A worker that has to go before a turn is over leaves it so that the next one goes on: Lambda's 15 minutes. */
class TimeThatEndsTest {

    private static final Duration A_LAMBDA = Duration.ofMinutes(14);

    private final Talk talk = new Talk();

    @Test
    void a_turn_that_is_not_heard_to_its_end_stays_and_keeps_what_was_said() {
        hearsUntilItLeaves("I am cutting it. ");
        var turn = talk.sayUntil(A_LAMBDA, "cut");

        assertThat(turn.status()).isEqualTo(TurnStatus.SENDING);
        assertThat(turn.reply()).isEqualTo("I am cutting it.");
        assertThat(talk.clock.passed()).isEqualTo(A_LAMBDA);
        assertThat(talk.marks()).hasSize(1);
        assertThat(leaseIsFree()).isTrue();
    }

    @Test
    void the_next_worker_goes_on_from_the_state_and_sends_nothing() {
        hearsUntilItLeaves("I am cutting it.");
        talk.sayUntil(A_LAMBDA, "cut");
        talk.upstream.draft = FakeProject.draft(3);
        talk.workFor(A_LAMBDA);

        assertThat(talk.stored().getFirst().status()).isEqualTo(TurnStatus.DONE);
        assertThat(talk.stored().getFirst().reply()).startsWith("I am cutting it.\n\nDone: ");
        assertThat(talk.upstream.heard).hasSize(1);
        assertThat(talk.marks()).isEmpty();
    }

    @Test
    void the_looks_go_on_where_the_last_worker_stopped() {
        var looks = new ArrayList<Integer>();
        talk.upstream.reading = () -> looks.add((int) talk.clock.passed().toSeconds());
        talk.answers(new TurnOutcome.Cut(""));
        talk.sayUntil(Duration.ofSeconds(100), "cut");
        assertThat(talk.stored().getFirst().looking().made()).isEqualTo(2);
        assertThat(talk.clock.passed()).isEqualTo(Duration.ofSeconds(100));

        talk.workFor(Duration.ofSeconds(70));
        talk.clock.of(Duration.ofMinutes(10));
        talk.workFor(A_LAMBDA);

        assertThat(looks).containsExactly(0, 30, 90, 150, 770, 830);
        assertThat(talk.stored().getFirst().status()).isEqualTo(TurnStatus.FAILED);
        assertThat(talk.stored().getFirst().notes().getFirst().text()).startsWith("The connection broke.");
        assertThat(talk.upstream.heard).hasSize(1);
    }

    @Test
    void a_silent_edits_looks_go_on_as_such() {
        talk.answers(new TurnOutcome.Silent());
        talk.upstream.beforeHearing = () -> talk.clock.of(Duration.ofMinutes(13).plusSeconds(56));
        talk.sayUntil(A_LAMBDA, "cut");
        assertThat(talk.stored().getFirst().status()).isEqualTo(TurnStatus.SENDING);

        talk.workFor(A_LAMBDA);
        assertThat(talk.stored().getFirst().status()).isEqualTo(TurnStatus.DONE);
        assertThat(talk.stored().getFirst().reply()).contains("without a word");
    }

    @Test
    void a_turn_is_not_begun_with_less_than_a_minute_left() {
        assertThat(talk.sayUntil(Duration.ofSeconds(59), "cut").status()).isEqualTo(TurnStatus.QUEUED);
        assertThat(talk.upstream.heard).isEmpty();

        talk.workFor(Duration.ofSeconds(61));
        assertThat(talk.stored().getFirst().status()).isEqualTo(TurnStatus.DONE);
    }

    /** Rule 11's 30 s are over when they are over, whoever waits. */
    @Test
    void an_interrupted_turn_that_nobody_was_at_for_30_s_is_looked_at_at_once() {
        interrupted();
        talk.clock.of(Duration.ofSeconds(31));
        talk.upstream.draft = FakeProject.draft(3);
        talk.workFor(A_LAMBDA);

        assertThat(talk.stored().getFirst().status()).isEqualTo(TurnStatus.DONE);
        assertThat(talk.stored().getFirst().notes().getFirst().text()).startsWith("The turn was interrupted.");
        assertThat(talk.clock.passed()).as("and once more for the rest").isEqualTo(Duration.ofSeconds(34));
    }

    @Test
    void an_interrupted_turn_is_looked_at_30_s_after_its_last_sign() {
        interrupted();
        talk.clock.of(Duration.ofSeconds(12));
        talk.upstream.draft = FakeProject.draft(3);
        talk.workFor(A_LAMBDA);
        assertThat(talk.clock.passed()).isEqualTo(Duration.ofSeconds(33));
    }

    @Test
    void who_runs_a_turn_until_a_time_has_it_or_is_told_to_call_again_and_then_goes_on() {
        hearsUntilItLeaves("I am cutting it.");
        var turn = talk.enter("cut");
        var leave = talk.clock.instant().plus(A_LAMBDA);
        assertThatThrownBy(() -> talk.line().finish(talk.session, turn.id(), leave))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.CHAT_STILL_RUNNING);
                    assertThat(problem.next()).contains("Idempotency-Key").contains("GET /turns/" + turn.id());
                });

        talk.upstream.draft = FakeProject.draft(3);
        var over =
                talk.line().finish(talk.session, turn.id(), talk.clock.instant().plus(A_LAMBDA));
        assertThat(over.status()).isEqualTo(TurnStatus.DONE);
        assertThat(talk.upstream.heard).hasSize(1);
        assertThat(talk.line().finish(talk.session, turn.id(), talk.clock.instant()))
                .isEqualTo(over);
    }

    @Test
    void who_runs_a_turn_runs_those_before_it_and_leaves_those_after_it() {
        for (int i = 0; i < 3; i++) {
            talk.enter("say " + i, "%026d".formatted(i));
        }
        var second = talk.stored().get(1);
        talk.line().finish(talk.session, second.id(), talk.clock.instant().plus(A_LAMBDA));
        assertThat(talk.upstream.heard).containsExactly("say 0", "say 1");
    }

    @Test
    void who_finds_another_at_the_session_waits_for_it_and_takes_over_when_it_is_gone() {
        var turn = talk.enter("cut");
        var lease = new Lease(talk.memory, talk.json, talk.clock, Duration.ofSeconds(30));
        lease.take(new Key(talk.session.partition("turn-lease"), "lease"), "another")
                .orElseThrow();
        assertThatThrownBy(() -> talk.line().finish(talk.session, turn.id(), at(20)))
                .isInstanceOf(Problem.class);
        assertThat(talk.clock.passed()).isEqualTo(Duration.ofSeconds(20));

        assertThat(talk.line().finish(talk.session, turn.id(), at(900)).status())
                .isEqualTo(TurnStatus.DONE);
        assertThat(talk.clock.passed()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(56));
    }

    private static Instant at(int seconds) {
        return Clockwork.START.plusSeconds(seconds);
    }

    private void hearsUntilItLeaves(String said) {
        talk.upstream.agent = (text, listener) -> {
            listener.text(said);
            while (talk.clock.passed().compareTo(A_LAMBDA) < 0) {
                talk.clock.of(Duration.ofSeconds(15));
                listener.alive();
            }
            return new TurnOutcome.Left(said);
        };
    }

    /** Sent, and then the worker died. */
    private void interrupted() {
        talk.upstream.agent = (text, listener) -> {
            throw new Killed();
        };
        try {
            talk.say("cut");
        } catch (Killed dead) {
            talk.clock.stopBeats();
        }
    }

    private static final class Killed extends Error {}

    private boolean leaseIsFree() {
        return new Lease(talk.memory, talk.json, talk.clock, Duration.ofSeconds(30))
                .take(new Key(talk.session.partition("turn-lease"), "lease"), "me")
                .isPresent();
    }
}

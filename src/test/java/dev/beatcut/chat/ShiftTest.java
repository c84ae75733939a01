package dev.beatcut.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.nemo.TurnOutcome;
import dev.beatcut.session.FakeProject;
import dev.beatcut.state.Clockwork;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Heart;
import dev.beatcut.state.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The session's lease while a worker works, waits, hears, freezes. */
class ShiftTest {

    private static final Duration LENGTH = Duration.ofSeconds(30);

    private final Talk talk = new Talk();
    private final Shifts shifts = shifts(talk.clock);

    @Test
    void it_is_held_through_a_call_that_takes_longer_than_the_lease() {
        talk.upstream.agent = (text, listener) -> {
            talk.clock.of(Duration.ofSeconds(90));
            assertThat(shifts.begin(talk.session, Instant.MAX)).isEmpty();
            return new TurnOutcome.Spoke("Done.");
        };
        assertThat(talk.say("cut").status()).isEqualTo(TurnStatus.DONE);
    }

    @Test
    void it_is_held_between_looks() {
        talk.answers(new TurnOutcome.Cut(""));
        talk.upstream.reading =
                () -> assertThat(shifts.begin(talk.session, Instant.MAX)).isEmpty();
        talk.say("cut");
        assertThat(talk.clock.passed()).isEqualTo(Duration.ofSeconds(270));
    }

    @Test
    void it_is_free_as_soon_as_the_work_is_over() {
        talk.say("cut");
        assertThat(shifts.begin(talk.session, Instant.MAX)).isPresent();
    }

    @Test
    void a_worker_whose_lease_has_run_out_hangs_up_and_writes_nothing_more() {
        talk.upstream.agent = (text, listener) -> {
            freezes(Duration.ofSeconds(31));
            listener.text("I am cutting it. ");
            return new TurnOutcome.Spoke("I am cutting it.");
        };
        var turn = talk.say("cut");
        assertThat(turn.status()).isEqualTo(TurnStatus.SENDING);
        assertThat(turn.reply()).isEmpty();
    }

    @Test
    void a_worker_that_froze_while_another_took_over_leaves_it_to_that_one() {
        talk.upstream.agent = (text, listener) -> {
            talk.upstream.draft = FakeProject.draft(3);
            freezes(Duration.ofSeconds(45));
            talk.line().work(talk.session, Instant.MAX);
            return new TurnOutcome.Spoke("Too late.");
        };
        var turn = talk.say("cut");
        assertThat(turn.reply()).startsWith("Done: ");
        assertThat(talk.upstream.heard).hasSize(1);
    }

    @Test
    void nothing_is_sent_by_a_worker_that_froze_before_it() {
        talk.upstream.reading = () -> freezes(Duration.ofSeconds(45));
        assertThat(talk.say("cut").status()).isEqualTo(TurnStatus.QUEUED);
        assertThat(talk.upstream.heard).isEmpty();
    }

    @Test
    void nothing_is_sent_by_a_worker_that_froze_after_it_had_written_that_it_sends() {
        var late = new LateTable(talk.table, written -> {
            if (written.document().contains("\"SENDING\"")) {
                freezes(Duration.ofSeconds(45));
            }
        });
        talk.enter("cut");
        talk.line(late, talk.clock, talk.clock, talk.clock).work(talk.session, Instant.MAX);
        assertThat(talk.upstream.heard).isEmpty();

        talk.line().work(talk.session, Instant.MAX);
        assertThat(talk.stored().getFirst().status()).isEqualTo(TurnStatus.FAILED);
        assertThat(talk.upstream.heard).as("nobody knows whether it was").isEmpty();
    }

    @Test
    void once_lost_it_stays_lost() {
        var shift = shifts.begin(talk.session, Instant.MAX).orElseThrow();
        freezes(Duration.ofSeconds(30));
        assertThatThrownBy(shift::check).isInstanceOf(Conflict.class);
        var another = shifts.begin(talk.session, Instant.MAX).orElseThrow();
        another.close();
        assertThatThrownBy(shift::check).isInstanceOf(Conflict.class);
        shift.close();
    }

    @Test
    void a_rest_ends_with_the_workers_time() {
        try (var shift =
                shifts.begin(talk.session, talk.clock.instant().plusSeconds(10)).orElseThrow()) {
            assertThat(shift.rest(Duration.ofSeconds(4))).isTrue();
            assertThat(shift.has(Duration.ofSeconds(6))).isFalse();
            assertThat(shift.rest(Duration.ofSeconds(7))).isFalse();
            assertThat(talk.clock.passed()).isEqualTo(Duration.ofSeconds(10));
        }
    }

    /** A table that fails once does not cost the lease. */
    @Test
    void the_real_heart_beats_on_after_a_beat_that_failed_until_it_is_stopped() throws InterruptedException {
        var beats = new CountDownLatch(3);
        var stop = Heart.REAL.beat(Duration.ofMillis(1), () -> {
            beats.countDown();
            Thread.currentThread().setUncaughtExceptionHandler((beat, failure) -> {});
            throw new IllegalStateException("The table is busy.");
        });
        assertThat(beats.await(20, TimeUnit.SECONDS)).isTrue();
        stop.run();
    }

    /** Time passes and the process does nothing, not even beat. */
    private void freezes(Duration time) {
        talk.clock.stopBeats();
        talk.clock.of(time);
    }

    private Shifts shifts(Clockwork clock) {
        return new Shifts(new Lease(talk.memory, talk.json, clock, LENGTH), clock, clock, clock);
    }
}

package dev.beatcut.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.chat.Live.Heard;
import dev.beatcut.nemo.NemoError;
import dev.beatcut.nemo.TurnOutcome;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.FakeProject;
import dev.beatcut.state.Clockwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every end has words, taken from the state where the stream has none. */
class NeverSilentTest {

    static final List<TurnOutcome> OUTCOMES = List.of(
            new TurnOutcome.Spoke("Here you are."),
            new TurnOutcome.Spoke("Click the Export button."),
            new TurnOutcome.Silent(),
            new TurnOutcome.Empty(),
            new TurnOutcome.Failed("", NemoError.of(0, 503, "busy")),
            new TurnOutcome.Cut(""),
            new TurnOutcome.TimedOut(""));

    private final Talk talk = new Talk();

    @ParameterizedTest
    @FieldSource("OUTCOMES")
    void however_it_ends_it_has_words(TurnOutcome outcome) {
        for (var changed : List.of(2, 3)) {
            for (var draft : Stream.of(FakeProject.draft(2), null).toList()) {
                var again = new Talk();
                again.upstream.draft = draft;
                again.answers(changed, outcome);
                var turn = again.say("cut");
                assertThat(turn.reply()).isNotBlank();
                assertThat(turn.status().isOver()).isTrue();
                assertThat(turn.changes().isEmpty()).isEqualTo(draft != null && changed == 2);
                assertThat(again.upstream.heard).hasSize(1);
            }
        }
    }

    /** Rules 8 and 9. */
    @Test
    void an_edit_without_a_word_is_told_by_what_changed_since_it_was_sent() {
        talk.answers(3, new TurnOutcome.Silent());
        var turn = talk.say("cut");
        assertThat(turn.reply()).startsWith("Done: ").contains("length");
        assertThat(talk.clock.passed()).isZero();
    }

    @Test
    void an_edit_without_a_word_is_told_in_the_sessions_language() {
        talk.session = Talk.chinese();
        talk.answers(3, new TurnOutcome.Silent());
        assertThat(talk.say("剪短").reply()).startsWith("已完成");
    }

    /** Rule 10. */
    @Test
    void a_change_that_comes_late_is_looked_for_every_3_s_and_once_more_for_the_rest_of_it() {
        talk.answers(new TurnOutcome.Silent());
        talk.changesAfter(Duration.ofSeconds(4), 3);
        talk.changesAfter(Duration.ofSeconds(8), 9);
        var turn = talk.say("cut");

        assertThat(turn.reply()).startsWith("Done: ").contains("9s");
        assertThat(talk.clock.passed()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void an_edit_without_a_word_and_without_a_change_says_so() {
        talk.answers(new TurnOutcome.Silent());
        var turn = talk.say("cut");

        assertThat(turn.status()).isEqualTo(TurnStatus.DONE);
        assertThat(turn.reply()).contains("as it was");
        assertThat(talk.clock.passed()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void nothing_at_all_without_a_change_is_a_failure_and_is_not_sent_again() {
        talk.answers(new TurnOutcome.Empty());
        var turn = talk.say("cut");

        assertThat(turn.status()).isEqualTo(TurnStatus.FAILED);
        assertThat(turn.problem().next()).contains("say it again");
        assertThat(turn.offers()).containsExactly(Offer.RETRY);
        assertThat(talk.upstream.heard).hasSize(1);
    }

    /** Rules 6 and 11. */
    @Test
    void after_a_cut_stream_it_looks_after_30_s_and_then_every_60() {
        var looks = looks();
        talk.answers(new TurnOutcome.Cut("I am putting"));
        talk.changesAfter(Duration.ofSeconds(100), 3);
        var turn = talk.say("cut");

        assertThat(turn.status()).isEqualTo(TurnStatus.DONE);
        assertThat(turn.reply()).startsWith("I am putting").contains("Done: ");
        assertThat(looks).containsExactly(0, 30, 90, 150, 153);
        assertThat(talk.upstream.heard).hasSize(1);
    }

    /** Rule 11. */
    @Test
    void after_a_cut_stream_and_five_unchanged_looks_it_has_failed_and_a_retry_is_offered() {
        var looks = looks();
        talk.answers(new TurnOutcome.Cut(""));
        var turn = talk.say("cut");

        assertThat(turn.status()).isEqualTo(TurnStatus.FAILED);
        assertThat(turn.problem().detail()).contains("has not changed");
        assertThat(turn.reply()).contains("say it again");
        assertThat(turn.offers()).containsExactly(Offer.RETRY);
        assertThat(looks).containsExactly(0, 30, 90, 150, 210, 270);
        assertThat(talk.upstream.heard).hasSize(1);
    }

    @Test
    void a_state_that_cannot_be_read_is_not_taken_for_an_unchanged_one() {
        talk.upstream.agent = (text, listener) -> {
            unreadable(5);
            return new TurnOutcome.Cut("I am");
        };
        var turn = talk.say("cut");

        assertThat(turn.status()).isEqualTo(TurnStatus.FAILED);
        assertThat(turn.reply()).startsWith("I am").contains("not known").doesNotContain("not changed");
        assertThat(turn.problem().detail()).contains("could not be read").contains("Nobody answers.");
        assertThat(turn.offers()).isEmpty();
    }

    @Test
    void a_state_that_can_be_read_again_tells() {
        talk.upstream.agent = (text, listener) -> {
            unreadable(3);
            talk.upstream.draft = FakeProject.draft(3);
            return new TurnOutcome.Silent();
        };
        assertThat(talk.say("cut").reply()).startsWith("Done: ");
    }

    @Test
    void a_silent_edit_whose_state_cannot_be_read_is_not_called_done() {
        talk.upstream.agent = (text, listener) -> {
            unreadable(5);
            return new TurnOutcome.Silent();
        };
        var turn = talk.say("cut");
        assertThat(turn.status()).isEqualTo(TurnStatus.FAILED);
        assertThat(turn.reply()).contains("without a word").contains("not known");
    }

    @Test
    void a_session_that_is_gone_in_the_middle_is_told_at_once() {
        talk.upstream.agent = (text, listener) -> {
            talk.upstream.refusals.add(new Problem(ProblemCode.UPSTREAM_SESSION_GONE, "It is gone.", "Say it."));
            return new TurnOutcome.Cut("");
        };
        assertThat(talk.say("cut").problem().code()).isEqualTo("UpstreamSessionGone");
        assertThat(talk.clock.passed()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void a_failure_within_the_stream_keeps_what_was_said() {
        talk.answers(new TurnOutcome.Failed("Starting on the", NemoError.of(0, 503, "busy")));
        var turn = talk.say("cut");

        assertThat(turn.status()).isEqualTo(TurnStatus.FAILED);
        assertThat(turn.reply()).isEqualTo("Starting on the");
        assertThat(turn.problem().detail()).contains("busy");
    }

    @Test
    void a_failure_after_which_something_changed_tells_that_too() {
        talk.answers(3, new TurnOutcome.Failed("Starting on the", NemoError.of(0, 503, "busy")));
        var turn = talk.say("cut");

        assertThat(turn.status()).isEqualTo(TurnStatus.FAILED);
        assertThat(turn.reply())
                .startsWith("Starting on the\n\nThe timeline has changed nevertheless: ")
                .contains("length");
        assertThat(turn.changes()).isNotEmpty();
    }

    @Test
    void a_failure_after_which_nothing_can_be_read_says_that_it_is_not_known() {
        talk.upstream.agent = (text, listener) -> {
            unreadable(5);
            return new TurnOutcome.Failed("", NemoError.of(0, 503, "busy"));
        };
        assertThat(talk.say("cut").reply()).contains("not known");
    }

    /** Rule 5. */
    @Test
    void while_nothing_is_heard_there_is_a_note_every_two_minutes() {
        talk.upstream.agent = (text, listener) -> {
            for (int i = 0; i < 50; i++) {
                talk.clock.of(Duration.ofSeconds(10));
                listener.alive();
            }
            return new TurnOutcome.Spoke("Done.");
        };
        assertThat(talk.say("cut").notes())
                .extracting(note -> Duration.between(Clockwork.START, note.at()).toMinutes())
                .containsExactly(2L, 4L, 6L, 8L);
    }

    @Test
    void a_broken_connection_is_noted_at_once_and_the_looks_after_it_every_two_minutes() throws Exception {
        var heard = talk.live.follow(talk.enter("cut").id());
        talk.answers(new TurnOutcome.Cut(""));
        talk.workFor(Duration.ofHours(1));
        var notes = talk.stored().getFirst().notes();

        assertThat(notes)
                .extracting(note -> Duration.between(Clockwork.START, note.at()).toMinutes())
                .containsExactly(0L, 2L, 4L);
        assertThat(notes.getFirst().text())
                .isEqualTo("The connection broke. I look at the timeline to see what became of it.");
        assertThat(notes.getLast().text()).contains("Still working");
        assertThat(Talk.all(heard).stream().filter(one -> one instanceof Heard.Noted))
                .hasSize(3);
    }

    @Test
    void a_broken_connection_is_noted_in_the_sessions_language() {
        talk.session = Talk.chinese();
        talk.answers(new TurnOutcome.TimedOut(""));
        assertThat(talk.say("剪").notes().getFirst().text()).isEqualTo("等待回复的时间过长。我会查看时间线，确认结果。");
    }

    @Test
    void those_who_listen_hear_our_own_words_after_the_upstreams() throws Exception {
        var heard = talk.live.follow(talk.enter("cut").id());
        talk.upstream.agent = (text, listener) -> {
            listener.text("I am putting a title. It");
            talk.upstream.draft = FakeProject.draft(3);
            return new TurnOutcome.Cut("I am putting a title. It");
        };
        talk.workFor(Duration.ofHours(1));
        var told = new StringBuilder();
        Talk.all(heard).forEach(one -> told.append(one instanceof Heard.Text(var text) ? text : ""));

        assertThat(told.toString()).isEqualTo(talk.stored().getFirst().reply()).contains("Done: ");
    }

    /** Seconds after the start at which the state was read. */
    private List<Integer> looks() {
        var looks = new ArrayList<Integer>();
        talk.upstream.reading = () -> looks.add((int) talk.clock.passed().toSeconds());
        return looks;
    }

    private void unreadable(int times) {
        for (int i = 0; i < times; i++) {
            talk.upstream.refusals.add(new Problem(ProblemCode.UPSTREAM_UNREACHABLE, "Nobody answers.", "Later."));
        }
    }
}

package dev.beatcut.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.beatcut.nemo.NemoError;
import dev.beatcut.nemo.TurnOutcome;
import dev.beatcut.observe.Measure;
import dev.beatcut.observe.Observer;
import dev.beatcut.observe.Recorded;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.FakeProject;
import dev.beatcut.session.IdKind;
import dev.beatcut.state.Key;
import dev.beatcut.state.Lease;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One turn, from its message to its end. */
class ConversationTest {

    @RegisterExtension
    static final OpenTelemetryExtension SPANS = OpenTelemetryExtension.create();

    private final Talk talk = new Talk();

    @Test
    void a_reply_is_kept_with_what_changed() {
        talk.answers(3, new TurnOutcome.Spoke("Here you are."));
        var turn = talk.say("make it longer");

        assertThat(turn.status()).isEqualTo(TurnStatus.DONE);
        assertThat(turn.reply()).isEqualTo("Here you are.");
        assertThat(turn.changes()).anyMatch(change -> change.contains("length"));
        assertThat(talk.upstream.heard).containsExactly("make it longer");
    }

    @Test
    void its_end_is_measured_and_a_span_names_it_and_says_that_it_failed() {
        var measured = new Recorded();
        talk.observer = new Observer(measured, SPANS.getOpenTelemetry());
        talk.upstream.refusals.add(new Problem(ProblemCode.NO_CREDITS, "No credits.", "Register."));
        var turn = talk.say("cut");

        assertThat(measured.of(Measure.TURN)).containsExactly(new Recorded.Value(Measure.TURN, 0, List.of("FAILED")));
        assertThat(SPANS.getSpans()).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("turn");
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getAttributes().asMap().toString())
                    .contains(
                            "beatcut.session=" + talk.session.id(),
                            "beatcut.turn=" + turn.id(),
                            "error.type=NoCredits");
        });
    }

    @Test
    void it_is_stored_as_sending_before_it_is_sent() {
        talk.upstream.agent = (text, listener) -> {
            assertThat(talk.stored().getFirst().status()).isEqualTo(TurnStatus.SENDING);
            return new TurnOutcome.Spoke("Done.");
        };
        assertThat(talk.say("cut").status()).isEqualTo(TurnStatus.DONE);
    }

    /** Rule 20. */
    @Test
    void a_wish_goes_upstream_word_for_word() {
        var wish = "  Generate a 10s clip, Seedance, 9:16 — neon \"Tokyo\"\n雨 ";
        talk.say(wish);
        assertThat(talk.upstream.heard).containsExactly(wish);
    }

    @Test
    void what_the_upstream_refuses_before_it_runs_is_told() {
        talk.upstream.refusals.add(new Problem(ProblemCode.NO_CREDITS, "No credits.", "Register."));
        var turn = talk.say("cut");

        assertThat(turn.problem().code()).isEqualTo("NoCredits");
        assertThat(turn.reply()).isEqualTo("No credits. Register.");
        assertThat(talk.upstream.heard).isEmpty();
    }

    /** Rule 16: each of both stays what it is, before the message as well as within its stream. */
    @Test
    void a_plan_that_forbids_and_missing_credits_are_not_taken_for_each_other() {
        talk.upstream.refusals.add(new Problem(ProblemCode.EXPORT_BLOCKED, "The plan forbids it.", "Upgrade."));
        assertThat(talk.say("cut").problem().code()).isEqualTo("ExportBlocked");

        talk.upstream.failures = failure -> new Problem(ProblemCode.NO_CREDITS, "No credits.", "Register.");
        talk.answers(new TurnOutcome.Failed("I begin.", NemoError.of(2001, 200, "no credits")));
        talk.enter("cut again", "4".repeat(26));
        talk.line().work(talk.session, Instant.MAX);
        assertThat(talk.stored().getLast().problem().code()).isEqualTo("NoCredits");
    }

    /** What is heard is written down every two seconds, and the store may be away then. */
    @Test
    void a_store_that_is_away_while_a_reply_is_heard_fails_no_turn_and_sends_nothing_again() {
        talk.upstream.agent = (text, listener) -> {
            talk.upstream.draft = FakeProject.draft(3);
            throw new Problem(ProblemCode.STORAGE_UNAVAILABLE, "The table does not answer.", "Try again.");
        };
        assertThat(talk.say("make it longer").status()).isEqualTo(TurnStatus.SENDING);

        talk.line().work(talk.session, Instant.MAX);

        var turn = talk.stored().getFirst();
        assertThat(turn.status()).isEqualTo(TurnStatus.DONE);
        assertThat(turn.changes()).anyMatch(change -> change.contains("length"));
        assertThat(talk.upstream.heard).hasSize(1);
    }

    @Test
    void a_store_that_is_away_while_an_export_is_begun_fails_no_turn_and_the_export_keeps_its_name() {
        var names = new ArrayList<String>();
        talk.exporting = (session, own, form) -> {
            names.add(own);
            if (names.size() == 1) {
                throw new Problem(ProblemCode.STORAGE_UNAVAILABLE, "The table does not answer.", "Try again.");
            }
            return "rnd_made";
        };
        assertThat(talk.say("export").status()).isEqualTo(TurnStatus.QUEUED);

        talk.line().work(talk.session, Instant.MAX);

        assertThat(talk.stored().getFirst().render()).isEqualTo("rnd_made");
        assertThat(names).hasSize(2).containsOnly(names.getFirst());
    }

    /** Reported by a reviewer: the turn threw at every sweep, and no later one of its session was ever run. */
    @Test
    void what_nobody_foresaw_ends_its_own_turn_only() {
        talk.upstream.reading = () -> {
            throw new IllegalStateException("a secret of the inside");
        };
        var broken = talk.say("cut");
        talk.upstream.reading = () -> {};
        talk.enter("cut again", "4".repeat(26));
        talk.line().work(talk.session, Instant.MAX);

        assertThat(broken.status()).isEqualTo(TurnStatus.FAILED);
        assertThat(broken.problem().code()).isEqualTo("Internal");
        assertThat(broken.reply()).contains("Reference: ").doesNotContain("secret");
        assertThat(talk.stored().getLast().status()).isEqualTo(TurnStatus.DONE);
        assertThat(talk.upstream.heard).containsExactly("cut again");
    }

    @Test
    void what_nobody_foresaw_after_the_message_was_sent_leaves_its_end_unknown() {
        talk.upstream.agent = (text, listener) -> {
            throw new IllegalStateException("broken");
        };
        var turn = talk.say("cut");

        assertThat(turn.status()).isEqualTo(TurnStatus.FAILED);
        assertThat(turn.reply()).contains(Phrases.NOT_KNOWN.inEnglish());
        assertThat(talk.upstream.heard).containsExactly("cut");
    }

    /** Reported by a reviewer: a reply over the table's 300 KB could not be written, and so never ended. */
    @Test
    void a_reply_longer_than_a_document_is_kept_as_far_as_it_fits() {
        talk.answers(3, new TurnOutcome.Spoke("\u0001".repeat(310_000)));
        var turn = talk.say("cut");

        assertThat(turn.status()).isEqualTo(TurnStatus.DONE);
        assertThat(turn.reply()).endsWith("…").hasSizeGreaterThan(30_000);
    }

    /** Reported by a reviewer: a renewed token or a rate limit may take longer than the lease. */
    @Test
    void who_has_lost_the_session_on_the_way_to_the_upstream_does_not_send() {
        talk.upstream.beforeHearing = () -> {
            talk.clock.freeze(Duration.ofMinutes(5));
            talk.upstream.beforeHearing = () -> {};
        };
        talk.enter("cut");
        talk.line().work(talk.session, Instant.MAX);

        assertThat(talk.upstream.heard).isEmpty();
    }

    @Test
    void while_another_holds_the_session_nothing_is_sent() {
        talk.enter("cut");
        var lease = new Lease(talk.memory, talk.json, talk.clock, Duration.ofSeconds(30));
        lease.take(new Key(talk.session.partition("turn-lease"), "lease"), "another")
                .orElseThrow();
        talk.line().work(talk.session, Instant.MAX);
        assertThat(talk.upstream.heard).isEmpty();

        talk.clock.of(Duration.ofSeconds(31));
        talk.line().work(talk.session, Instant.MAX);
        assertThat(talk.upstream.heard).containsExactly("cut");
    }

    @Test
    void a_timeline_too_large_to_be_kept_ends_the_turn_and_does_not_hold_up_the_next() {
        var random = new Random(1);
        talk.upstream.draft = new TextNode(random.ints(400_000, 33, 127)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
        assertThat(talk.say("cut").problem().code()).isEqualTo("TimelineTooLarge");
        assertThat(talk.upstream.heard).isEmpty();
        assertThat(talk.marks()).isEmpty();
    }

    /** Rule 22. */
    @Test
    void turns_go_one_at_a_time_in_the_order_in_which_they_came() {
        talk.upstream.agent = (text, listener) -> {
            assertThat(talk.stored())
                    .filteredOn(turn -> turn.status() == TurnStatus.SENDING)
                    .hasSize(1);
            if (text.equals("say 1")) {
                talk.enter("say 5", "%026d".formatted(5));
            }
            return new TurnOutcome.Spoke("Done.");
        };
        for (int i = 0; i < 5; i++) {
            talk.enter("say " + i, "%026d".formatted(i));
        }
        talk.line().work(talk.session, Instant.MAX);
        assertThat(talk.upstream.heard).containsExactly("say 0", "say 1", "say 2", "say 3", "say 4", "say 5");
    }

    @Test
    void an_export_is_started_under_the_turns_own_name() {
        var turn = talk.say("export");

        assertThat(talk.exports).containsExactly(IdKind.TURN.own(turn.id()));
        assertThat(turn.render()).isEqualTo("rnd_made");
        assertThat(turn.reply()).contains("rnd_made");
        assertThat(talk.upstream.heard).isEmpty();
    }

    @Test
    void a_new_upstream_session_is_gone_on_with_where_nothing_was_ever_said() {
        var gone = new Problem(ProblemCode.UPSTREAM_SESSION_GONE, "It is gone.", "Say it again.");
        talk.upstream.refusals.add(gone);
        assertThat(talk.say("cut").status()).isEqualTo(TurnStatus.DONE);
        assertThat(talk.upstream.heard).containsExactly("cut");
    }

    @Test
    void a_message_that_a_session_that_is_gone_never_heard_is_said_to_the_new_one_and_compared_with_it() {
        talk.upstream.draft = FakeProject.draft(3);
        talk.upstream.beforeHearing = () -> {
            talk.upstream.beforeHearing = () -> {};
            talk.upstream.draft = null;
            throw new Problem(ProblemCode.UPSTREAM_SESSION_GONE, "It is gone.", "Say it again.");
        };
        talk.answers(3, new TurnOutcome.Silent());
        assertThat(talk.say("cut").reply()).startsWith("Done: ");
        assertThat(talk.upstream.heard).containsExactly("cut");
    }

    @Test
    void a_session_that_is_gone_with_what_was_made_in_it_is_told() {
        talk.say("cut");
        talk.upstream.refusals.add(new Problem(ProblemCode.UPSTREAM_SESSION_GONE, "It is gone.", "Say it again."));
        talk.enter("cut again", "4".repeat(26));
        talk.line().work(talk.session, Instant.MAX);

        assertThat(talk.stored().getLast().problem().code()).isEqualTo("UpstreamSessionGone");
        assertThat(talk.stored().getLast().reply()).isEqualTo("It is gone. Say it again.");
        assertThat(talk.upstream.heard).containsExactly("cut");
    }

    @Test
    void a_session_that_is_gone_twice_is_told() {
        var gone = new Problem(ProblemCode.UPSTREAM_SESSION_GONE, "It is gone.", "Say it again.");
        talk.upstream.refusals.add(gone);
        talk.upstream.refusals.add(gone);
        assertThat(talk.say("cut").problem().code()).isEqualTo("UpstreamSessionGone");
    }
}

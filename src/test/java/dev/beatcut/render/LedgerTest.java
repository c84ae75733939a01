package dev.beatcut.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.beatcut.announce.Audience;
import dev.beatcut.announce.FakeAnnouncer;
import dev.beatcut.nemo.RenderOutput;
import dev.beatcut.nemo.RenderStatus;
import dev.beatcut.objects.MemoryObjects;
import dev.beatcut.observe.Measure;
import dev.beatcut.observe.Observer;
import dev.beatcut.observe.Recorded;
import dev.beatcut.observe.Recorded.Value;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.FakeProject;
import dev.beatcut.session.IdKind;
import dev.beatcut.state.Heart;
import dev.beatcut.state.Key;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.state.MortalTable;
import dev.beatcut.state.Packed;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import dev.beatcut.state.Versioned;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LedgerTest {

    private static final String OWN = "1".repeat(26);
    private static final Ledger.Rules RULES = new Ledger.Rules(
            2,
            3,
            Duration.ofMinutes(3),
            new Pace(Duration.ofSeconds(30), Duration.ofSeconds(1)),
            Optional.of(Duration.ofHours(24)));

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final FakeProject upstream = new FakeProject();
    private final MemoryObjects objects = new MemoryObjects("http://127.0.0.1:1");
    private final AtomicInteger names = new AtomicInteger();
    private final MemoryTable memory = new MemoryTable();
    private final Table table = new MortalTable(memory, () -> upstream.passing.run());
    private final Records<Render> rows = Records.of(table, json, Render.class, this::now);
    private final Records<Render> seen = Records.of(memory, json, Render.class, this::now);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final FakeAnnouncer announcer = new FakeAnnouncer(this::now);
    private final Heart heart = (every, beat) -> {
        beats = beat;
        return () -> {};
    };
    private Runnable beats = () -> {};
    private final Recorded measured = new Recorded();
    private final Observer observer = new Observer(measured, SPANS.getOpenTelemetry());
    private final Ledger ledger = ledger(true);

    @RegisterExtension
    static final OpenTelemetryExtension SPANS = OpenTelemetryExtension.create();

    @Test
    void it_is_written_with_its_id_before_it_is_asked_for() {
        var written = write();

        assertThat(upstream.submitted).isEmpty();
        assertThat(written.value().status()).isEqualTo(RenderState.SUBMITTING);
        assertThat(written.due()).isNotNull();
        ledger.submitFirst(written);
        assertThat(upstream.submitted).containsExactly(written.value().current().upstreamId());
    }

    @Test
    void its_age_is_seen_while_it_goes_on_and_its_end_once_it_has_come() {
        start();
        poll();
        upstream.turn(RenderStatus.COMPLETED, 100);
        poll();
        poll();

        assertThat(measured.of(Measure.RENDER_AGE)).extracting(Value::value).containsExactly(30.0, 60.0);
        assertThat(measured.of(Measure.RENDER))
                .containsExactly(new Value(Measure.RENDER, 60_000, List.of("COMPLETED")));
        assertThat(measured.of(Measure.RENDER_ATTEMPTS))
                .extracting(Value::value)
                .containsExactly(1.0);
    }

    @Test
    void each_step_is_a_span_that_names_the_export_and_a_failed_one_says_why() {
        start();
        upstream.refusals.add(new Problem(ProblemCode.UPSTREAM_UNREACHABLE, "Gone nmv_usr_secret", "Wait."));
        poll();
        upstream.turn(RenderStatus.COMPLETED, 100);
        poll();

        assertThat(SPANS.getSpans())
                .extracting(SpanData::getName)
                .containsExactly("render submit", "render poll", "render poll", "render deliver");
        assertThat(SPANS.getSpans())
                .allMatch(span -> row().id().equals(span.getAttributes().get(AttributeKey.stringKey("beatcut.render"))))
                .noneMatch(span -> span.toString().contains("secret"));
        assertThat(SPANS.getSpans())
                .extracting(span -> span.getStatus().getStatusCode())
                .containsExactly(StatusCode.UNSET, StatusCode.ERROR, StatusCode.UNSET, StatusCode.UNSET);
    }

    @Test
    void the_draft_goes_back_unchanged_unknown_fields_and_all() {
        start();
        assertThat(upstream.submittedDrafts).containsExactly(upstream.draft);
    }

    @Test
    void after_a_crash_before_the_submit_it_is_submitted_under_the_same_id() {
        var written = write();
        later(Duration.ofMinutes(3));

        assertThat(upstream.submitted).containsExactly(written.value().current().upstreamId());
        assertThat(row().status()).isEqualTo(RenderState.PENDING);
    }

    @Test
    void after_a_crash_behind_the_submit_it_is_adopted_and_not_submitted_again() {
        var id = write().value().current().upstreamId();
        upstream.jobs.put(id, FakeProject.job(id, RenderStatus.PROCESSING, 40));
        later(Duration.ofMinutes(3));

        assertThat(upstream.submitted).isEmpty();
        assertThat(row().status()).isEqualTo(RenderState.PROCESSING);
        assertThat(row().progress()).isEqualTo(40);
    }

    @Test
    void an_edit_after_the_export_does_not_change_what_is_submitted_again() {
        write();
        var asked = upstream.draft;
        upstream.draft = FakeProject.draft(7);
        later(Duration.ofMinutes(3));

        assertThat(upstream.submittedDrafts).containsExactly(asked);
    }

    @Test
    void nobody_touches_it_before_it_is_due() {
        start();
        upstream.turn(RenderStatus.COMPLETED, 100);
        later(Duration.ofSeconds(29));
        assertThat(row().status()).isEqualTo(RenderState.PENDING);
        later(Duration.ofSeconds(1));
        assertThat(row().status()).isEqualTo(RenderState.COMPLETED);
    }

    @Test
    void progress_and_status_never_go_back() {
        start();
        upstream.turn(RenderStatus.PROCESSING, 60);
        poll();
        upstream.turn(RenderStatus.PENDING, 10);
        poll();

        assertThat(row().status()).isEqualTo(RenderState.PROCESSING);
        assertThat(row().progress()).isEqualTo(60);
    }

    @Test
    void a_failed_one_gets_one_new_attempt_under_a_new_id_and_then_fails_with_the_reason() {
        start();
        upstream.turn(RenderStatus.FAILED, 30);
        poll();
        assertThat(row().status()).isEqualTo(RenderState.PENDING);
        assertThat(row().attempts()).hasSize(2);
        poll();
        assertThat(upstream.submitted).hasSize(2).doesNotHaveDuplicates();
        upstream.turn(RenderStatus.FAILED, 30);
        poll();

        assertThat(row().status()).isEqualTo(RenderState.FAILED);
        assertThat(row().attempts()).hasSize(2).allMatch(attempt -> attempt.error()
                .equals("no memory"));
        assertThat(row().problem().code()).isEqualTo("RenderFailed");
        assertThat(row().problem().detail()).contains("no memory");
        assertThat(stored().due()).isNull();
    }

    @Test
    void an_upstream_that_cannot_be_reached_is_asked_again_and_nothing_is_lost() {
        upstream.refusals.add(unreachable());
        start();
        assertThat(row().status()).isEqualTo(RenderState.SUBMITTING);
        upstream.refusals.add(unreachable());
        poll();
        poll();

        assertThat(row().status()).isEqualTo(RenderState.PENDING);
        assertThat(upstream.submitted).hasSize(1);
    }

    @Test
    void a_plan_that_forbids_exports_is_told_and_not_tried_again() {
        upstream.refusals.add(new Problem(ProblemCode.EXPORT_BLOCKED, "Plan.", "Register."));
        start();

        assertThat(row().status()).isEqualTo(RenderState.FAILED);
        assertThat(row().problem().toProblem().code()).isEqualTo(ProblemCode.EXPORT_BLOCKED);
        assertThat(stored().due()).isNull();
    }

    @Test
    void a_finished_film_is_kept_here_and_outlives_the_upstreams_link() {
        finish();

        assertThat(objects.kept).containsKey(row().object());
        assertThat(new Films(objects, true, Duration.ofHours(1)).link(row())).hasHost("127.0.0.1");
        assertThat(stored().due()).isNull();
    }

    @Test
    void a_film_that_cannot_be_kept_now_is_tried_again_and_in_the_end_the_upstreams_link_has_to_do() {
        start();
        upstream.turn(RenderStatus.COMPLETED, 100);
        for (int i = 0; i < 3; i++) {
            assertThat(row().status()).isNotEqualTo(RenderState.COMPLETED);
            pollAndFailTheDownload();
        }

        assertThat(row().status()).isEqualTo(RenderState.COMPLETED);
        assertThat(row().kept()).isFalse();
        assertThat(row().link()).hasHost("cdn.example.com");
    }

    @Test
    void while_a_large_film_is_copied_it_stays_in_hand_however_long_that_takes() {
        start();
        upstream.turn(RenderStatus.COMPLETED, 100);
        var calls = new AtomicInteger();
        upstream.passing = () -> {
            if (calls.incrementAndGet() == 4) {
                for (int i = 0; i < 10; i++) {
                    now = now.plus(RULES.lease().dividedBy(3));
                    beats.run();
                }
                assertThat(stored().due()).isAfter(now);
            }
        };
        poll();

        assertThat(row().status()).isEqualTo(RenderState.COMPLETED);
        assertThat(row().kept()).isTrue();
    }

    @Test
    void a_cancelled_one_is_cancelled_upstream_and_stays_so() {
        start();
        askToCancel();
        ledger.carryOn(key());
        upstream.turn(RenderStatus.COMPLETED, 100);
        poll();

        assertThat(upstream.cancelled).hasSize(1);
        assertThat(row().status()).isEqualTo(RenderState.CANCELLED);
    }

    @Test
    void one_that_the_upstream_has_forgotten_is_begun_anew() {
        start();
        upstream.jobs.clear();
        for (int i = 0; i < 4; i++) {
            poll();
        }

        assertThat(upstream.submitted).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void one_stray_answer_that_nobody_knows_it_is_not_believed() {
        start();
        upstream.refusals.add(Problem.notFound("render", "somebody else's 404"));
        poll();
        upstream.turn(RenderStatus.COMPLETED, 100);
        poll();

        assertThat(row().status()).isEqualTo(RenderState.COMPLETED);
        assertThat(upstream.submitted).hasSize(1);
    }

    @Test
    void one_that_was_finished_while_nobody_looked_for_long_is_finished_and_not_given_up() {
        start();
        upstream.turn(RenderStatus.COMPLETED, 100);
        later(Duration.ofDays(3));

        assertThat(row().status()).isEqualTo(RenderState.COMPLETED);
        assertThat(row().kept()).isTrue();
    }

    @Test
    void where_the_upstream_cancels_nothing_a_cancelled_one_ends_here() {
        start();
        askToCancel();
        for (int i = 0; i < 4; i++) {
            upstream.refusals.add(Problem.notFound("page", "cancel"));
            later(Duration.ofSeconds(30));
        }

        assertThat(row().status()).isEqualTo(RenderState.CANCELLED);
    }

    @Test
    void one_whose_end_was_asked_for_is_cancelled_and_not_given_up() {
        start();
        upstream.refusals.add(unreachable());
        askToCancel();
        later(Duration.ofDays(3));

        assertThat(row().status()).isEqualTo(RenderState.CANCELLED);
    }

    @Test
    void who_wants_to_be_told_may_come_in_the_middle_of_a_step_which_is_not_lost() {
        start();
        upstream.turn(RenderStatus.COMPLETED, 100);
        var latest = new Audience(null, "token");
        upstream.passing = () -> {
            upstream.passing = () -> {};
            rows.change(key(), row -> row.change().audience(latest).done());
        };
        now = now.plusSeconds(30);
        var step = upstream.passing;
        upstream.passing = afterThe(2, step);
        ledger.carryOn(key());

        assertThat(row().status()).isEqualTo(RenderState.COMPLETED);
        assertThat(row().audience()).isEqualTo(latest);
        assertThat(row().announcement().audience()).isEqualTo(latest);
    }

    private Runnable afterThe(int calls, Runnable then) {
        var left = new AtomicInteger(calls);
        return () -> {
            if (left.decrementAndGet() < 0) {
                then.run();
            }
        };
    }

    @Test
    void an_end_is_announced_when_it_is_stored_and_the_row_stays_due_until_everybody_has_heard() {
        announcer.deaf = 2;
        finish();

        assertThat(stored().due()).isEqualTo(now.plus(FakeAnnouncer.AGAIN));
        later(FakeAnnouncer.AGAIN);
        later(FakeAnnouncer.AGAIN);
        assertThat(stored().due()).isNull();
        assertThat(announcer.told).hasSize(3).allMatch(what -> what.equals(announcer.told.getFirst()));
        assertThat(announcer.told.getFirst().type()).isEqualTo("render.completed");
        assertThat(announcer.told.getFirst().id()).startsWith("evt_").endsWith(OWN);
        assertThat(announcer.told.getFirst().data().path("status").asText()).isEqualTo("COMPLETED");
    }

    @Test
    void a_refused_one_is_announced_as_failed_with_its_problem() {
        upstream.refusals.add(new Problem(ProblemCode.EXPORT_BLOCKED, "Plan.", "Register."));
        start();

        assertThat(announcer.told).singleElement().satisfies(what -> {
            assertThat(what.type()).isEqualTo("render.failed");
            assertThat(what.failed()).isTrue();
            assertThat(what.data().path("problem").path("code").asText()).isEqualTo("ExportBlocked");
        });
    }

    @Test
    void a_task_that_waits_hears_at_every_look_that_its_render_goes_on() {
        var waiting = new Audience(null, "token");
        ledger.submitFirst(ledger.write(FakeProject.SESSION, OWN, upstream.draft, RenderOutput.DEFAULT, waiting));
        poll();
        poll();

        assertThat(announcer.alive).containsExactly(waiting, waiting, waiting);
    }

    @Test
    void one_that_never_ends_is_given_up_and_stopped_upstream() {
        start();
        upstream.turn(RenderStatus.PROCESSING, 10);
        later(Duration.ofHours(23));
        assertThat(row().status()).isEqualTo(RenderState.PROCESSING);
        later(Duration.ofHours(1));

        assertThat(row().status()).isEqualTo(RenderState.FAILED);
        assertThat(row().problem().detail()).contains("1440 min");
        assertThat(upstream.cancelled).hasSize(1);
    }

    @Test
    void one_cancelled_while_its_submission_may_still_arrive_is_not_over_before_it_is_stopped_upstream() {
        var written = write();
        askToCancel();
        ledger.carryOn(key());
        assertThat(row().status()).isEqualTo(RenderState.SUBMITTING);

        var late = written.value().current().upstreamId();
        upstream.jobs.put(late, FakeProject.job(late, RenderStatus.PENDING, 0));
        poll();
        assertThat(upstream.cancelled).contains(late);
        assertThat(row().status()).isEqualTo(RenderState.CANCELLED);
    }

    /** The crash simulation's seed 69, deaths at 49 and 88. */
    @Test
    void one_whose_submission_arrives_just_after_it_could_not_be_cancelled_is_cancelled_once_more() {
        start();
        upstream.refusals.add(Problem.notFound("render", "unknown yet"));
        askToCancel();
        ledger.carryOn(key());
        assertThat(row().status()).isEqualTo(RenderState.PENDING);
        poll();

        assertThat(upstream.cancelled).hasSize(1);
        assertThat(row().status()).isEqualTo(RenderState.CANCELLED);
    }

    @Test
    void one_cancelled_before_it_was_ever_submitted_is_over_when_nothing_can_arrive_any_more() {
        write();
        askToCancel();
        later(RULES.lease());

        assertThat(row().status()).isEqualTo(RenderState.CANCELLED);
        assertThat(upstream.submitted).isEmpty();
    }

    @Test
    void one_that_was_finished_before_the_cancellation_came_is_finished() {
        start();
        upstream.turn(RenderStatus.COMPLETED, 100);
        upstream.refusals.add(new Problem(ProblemCode.UPSTREAM_REFUSED, "It is over.", "Leave it."));
        askToCancel();
        ledger.carryOn(key());

        assertThat(row().status()).isEqualTo(RenderState.COMPLETED);
        assertThat(row().kept()).isTrue();
    }

    @Test
    void a_failed_one_whose_end_was_asked_for_is_not_begun_again() {
        start();
        upstream.turn(RenderStatus.FAILED, 30);
        upstream.refusals.add(unreachable());
        askToCancel();
        ledger.carryOn(key());
        poll();

        assertThat(row().status()).isEqualTo(RenderState.CANCELLED);
        assertThat(upstream.submitted).hasSize(1);
    }

    @Test
    void a_refused_look_at_a_running_one_is_no_end_of_it() {
        start();
        upstream.refusals.add(refused());
        poll();
        assertThat(row().status()).isEqualTo(RenderState.PENDING);
        upstream.turn(RenderStatus.COMPLETED, 100);
        poll();

        assertThat(row().status()).isEqualTo(RenderState.COMPLETED);
    }

    @Test
    void a_refused_submit_of_which_the_upstream_has_heard_all_the_same_is_adopted() {
        var written = write();
        var id = written.value().current().upstreamId();
        upstream.jobs.put(id, FakeProject.job(id, RenderStatus.PROCESSING, 40));
        upstream.refusals.add(refused());
        ledger.submitFirst(written);

        assertThat(row().status()).isEqualTo(RenderState.PROCESSING);
    }

    @Test
    void a_refused_submit_of_which_the_upstream_knows_nothing_is_a_failure() {
        upstream.refusals.add(refused());
        start();

        assertThat(row().status()).isEqualTo(RenderState.FAILED);
        assertThat(row().problem().detail()).isEqualTo("No.");
    }

    private static Problem refused() {
        return new Problem(ProblemCode.UPSTREAM_REFUSED, "No.", "Ask why.");
    }

    @Test
    void what_the_upstream_asks_to_wait_is_waited() {
        start();
        upstream.refusals.add(new Problem(ProblemCode.RATE_LIMITED, "Too many.", "Wait.", Duration.ofMinutes(4), null));
        poll();

        assertThat(stored().due()).isEqualTo(now.plus(Duration.ofMinutes(4)));
    }

    private void askToCancel() {
        rows.change(key(), row -> row.change().cancelAsked().done(), read -> now);
    }

    /** Flow 1: at every single point between two calls to the table or the upstream, not at a sample of them. */
    @Test
    void killed_at_any_point_it_is_completed_once_and_submitted_once() {
        int points = 0;
        for (int dieAt = 1; dieAt <= 200; dieAt++) {
            var world = new LedgerTest();
            if (!world.survives(dieAt)) {
                break;
            }
            points = dieAt;
        }
        assertThat(points).as("points where it was killed").isBetween(15, 199);
    }

    /** @return whether it was killed at all */
    private boolean survives(int dieAt) {
        var left = new AtomicInteger(dieAt);
        upstream.passing = () -> {
            if (left.decrementAndGet() == 0) {
                throw new Killed();
            }
        };
        announcer.passing = () -> upstream.passing.run();
        for (int i = 0; i < 20; i++) {
            try {
                aDay();
                break;
            } catch (Killed dead) {
                now = now.plus(RULES.lease());
            }
        }
        assertThat(row().status()).as("killed at point " + dieAt).isEqualTo(RenderState.COMPLETED);
        assertThat(upstream.submitted).as("killed at point " + dieAt).hasSize(1);
        assertThat(announcer.told).as("killed at point " + dieAt).isNotEmpty();
        assertThat(stored().due()).as("killed at point " + dieAt).isNull();
        return left.get() <= 0;
    }

    private void aDay() {
        if (seen.get(key()).isEmpty()) {
            start();
        }
        for (int i = 0; i < 10 && stored().due() != null; i++) {
            if (row().status() == RenderState.PENDING) {
                upstream.turn(RenderStatus.PROCESSING, 50);
            } else if (row().status() == RenderState.PROCESSING) {
                upstream.turn(RenderStatus.COMPLETED, 100);
            }
            now = now.plus(RULES.lease());
            ledger.carryOn(key());
        }
    }

    private static final class Killed extends Error {}

    private Ledger ledger(boolean keep) {
        var drafts = new Drafts(Records.of(table, json, Packed.class, this::now), json, this::now);
        var experience = new Experience(Records.of(table, json, Experience.Taken.class, this::now), "test");
        Supplier<String> ids = () -> "render_" + names.incrementAndGet();
        var films = new Films(objects, keep, Duration.ofHours(1));
        var nextLook = new NextLook(RULES.pace(), experience, this::now);
        var outcomes = new Outcomes(this::now, ids, RULES);
        var nextStep = new NextStep(drafts, upstream, films, nextLook, outcomes, this::now, RULES);
        return new Ledger(rows, drafts, nextStep, nextLook, announcer, json, this::now, heart, ids, RULES, observer);
    }

    private Versioned<Render> write() {
        return ledger.write(FakeProject.SESSION, OWN, upstream.draft, RenderOutput.DEFAULT, Audience.NOBODY);
    }

    private void start() {
        ledger.submitFirst(write());
    }

    private void finish() {
        start();
        upstream.turn(RenderStatus.COMPLETED, 100);
        poll();
    }

    private void poll() {
        later(Duration.ofSeconds(30));
    }

    /** The fourth call, after the row was read and leased and the job was asked for, is the download. */
    private void pollAndFailTheDownload() {
        var calls = new AtomicInteger();
        upstream.passing = () -> {
            if (calls.incrementAndGet() == 4) {
                throw unreachable();
            }
        };
        poll();
        upstream.passing = () -> {};
    }

    private void later(Duration wait) {
        now = now.plus(wait);
        ledger.carryOn(key());
    }

    private Key key() {
        return Render.key(FakeProject.SESSION, IdKind.RENDER.in(FakeProject.SESSION, OWN));
    }

    private Versioned<Render> stored() {
        return seen.get(key()).orElseThrow();
    }

    private Render row() {
        return stored().value();
    }

    private Instant now() {
        return now;
    }

    static Problem unreachable() {
        return new Problem(ProblemCode.UPSTREAM_UNREACHABLE, "No answer.", "Try again.");
    }
}

package dev.beatcut.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.beatcut.nemo.RenderOutput;
import dev.beatcut.nemo.RenderStatus;
import dev.beatcut.objects.MemoryObjects;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.FakeProject;
import dev.beatcut.session.IdKind;
import dev.beatcut.state.Key;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.state.MortalTable;
import dev.beatcut.state.Packed;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import dev.beatcut.state.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final String OWN = "1".repeat(26);
    private static final Ledger.Rules RULES = new Ledger.Rules(2, 3, Duration.ofSeconds(30), Duration.ofMinutes(3));

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final FakeProject upstream = new FakeProject();
    private final MemoryObjects objects = new MemoryObjects("http://127.0.0.1:1");
    private final AtomicInteger names = new AtomicInteger();
    private final MemoryTable memory = new MemoryTable();
    private final Table table = new MortalTable(memory, () -> upstream.passing.run());
    private final Records<Render> rows = Records.of(table, json, Render.class, this::now);
    private final Records<Render> seen = Records.of(memory, json, Render.class, this::now);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Ledger ledger = ledger(true);

    @Test
    void it_is_written_with_its_id_before_it_is_asked_for() {
        var written = write();

        assertThat(upstream.submitted).isEmpty();
        assertThat(written.value().status()).isEqualTo(RenderState.SUBMITTING);
        assertThat(written.due()).isNotNull();
        ledger.submitFirst(FakeProject.SESSION, written);
        assertThat(upstream.submitted).containsExactly(written.value().current().upstreamId());
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
    void a_cancelled_one_is_cancelled_upstream_and_stays_so() {
        start();
        rows.change(stored().key(), row -> row.change().cancelAsked().done(), read -> now);
        ledger.carryOn(stored().key());
        upstream.turn(RenderStatus.COMPLETED, 100);
        poll();

        assertThat(upstream.cancelled).hasSize(1);
        assertThat(row().status()).isEqualTo(RenderState.CANCELLED);
    }

    @Test
    void one_that_the_upstream_has_forgotten_is_begun_anew() {
        start();
        upstream.jobs.clear();
        poll();
        poll();

        assertThat(upstream.submitted).hasSize(2).doesNotHaveDuplicates();
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
        return left.get() <= 0;
    }

    private void aDay() {
        if (seen.get(key()).isEmpty()) {
            start();
        }
        for (int i = 0; i < 10 && !row().status().isOver(); i++) {
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
        return new Ledger(
                rows,
                Records.of(table, json, Packed.class, this::now),
                json,
                upstream,
                new Films(objects, keep, Duration.ofHours(1)),
                this::now,
                () -> "render_" + names.incrementAndGet(),
                RULES);
    }

    private Versioned<Render> write() {
        return ledger.write(FakeProject.SESSION, OWN, upstream.draft, RenderOutput.DEFAULT);
    }

    private void start() {
        ledger.submitFirst(FakeProject.SESSION, write());
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

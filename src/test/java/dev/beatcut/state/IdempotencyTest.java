package dev.beatcut.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.Idempotency.Answer;
import dev.beatcut.state.Idempotency.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Idempotency keys = new Idempotency(
            new MemoryTable(),
            new ObjectMapper().registerModule(new JavaTimeModule()),
            () -> now,
            new Ids(() -> now, RandomGenerator.getDefault()));

    @Test
    void the_same_key_and_request_get_the_first_answer() {
        var answer = new Answer(201, Map.of("Location", "/x"), "{}");
        var first = first("key");
        keys.answered(first.claim(), answer);

        assertThat(keys.begin("me", "key", "request")).isEqualTo(new Verdict.AlreadyAnswered(first.id(), answer));
    }

    @Test
    void another_request_under_the_key_is_told_apart_whether_answered_or_running() {
        var running = first("key");
        assertThat(keys.begin("me", "key", "other")).isInstanceOf(Verdict.OtherBody.class);
        keys.answered(running.claim(), new Answer(201, Map.of(), "{}"));
        assertThat(keys.begin("me", "key", "other")).isInstanceOf(Verdict.OtherBody.class);
    }

    @Test
    void while_the_first_call_runs_the_second_is_told_so() {
        first("key");
        assertThat(keys.begin("me", "key", "request")).isInstanceOf(Verdict.StillRunning.class);
    }

    @Test
    void a_call_that_died_is_taken_up_under_the_same_id() {
        var dead = first("key");
        now = now.plusSeconds(61);

        assertThat(keys.begin("me", "key", "request"))
                .isInstanceOfSatisfying(
                        Verdict.Go.class, go -> assertThat(go.id()).isEqualTo(dead.id()));
    }

    @Test
    void a_refused_call_may_come_again_at_once_under_the_same_id() {
        var refused = first("key");
        keys.released(refused.claim());

        assertThat(keys.begin("me", "key", "request"))
                .isInstanceOfSatisfying(
                        Verdict.Go.class, go -> assertThat(go.id()).isEqualTo(refused.id()));
    }

    @Test
    void who_answers_first_has_answered_for_both() {
        var slow = first("key");
        now = now.plusSeconds(61);
        var fast = (Verdict.Go) keys.begin("me", "key", "request");
        var first = new Answer(202, Map.of(), "first");

        assertThat(keys.answered(slow.claim(), first)).isEqualTo(first);
        assertThat(keys.answered(fast.claim(), new Answer(202, Map.of(), "second")))
                .isEqualTo(first);
        assertThat(keys.begin("me", "key", "request")).isEqualTo(new Verdict.AlreadyAnswered(slow.id(), first));
    }

    @Test
    void who_was_overtaken_does_not_give_the_key_back_for_the_one_at_work() {
        var slow = first("key");
        now = now.plusSeconds(61);
        first("key");
        keys.released(slow.claim());

        assertThat(keys.begin("me", "key", "request")).isInstanceOf(Verdict.StillRunning.class);
    }

    @Test
    void who_comes_while_it_runs_is_told_when_to_come_again() {
        assertThat(Idempotency.stillRunning().retryAfter()).contains(Duration.ofSeconds(5));
    }

    @Test
    void a_key_counts_a_day_from_its_first_call_whoever_came_again() {
        keys.released(first("key").claim());
        now = now.plus(Duration.ofHours(23));
        keys.answered(first("key").claim(), new Answer(201, Map.of(), "{}"));
        now = now.plus(Duration.ofHours(1));

        assertThat(keys.begin("me", "key", "other")).isInstanceOf(Verdict.Go.class);
    }

    @Test
    void an_answer_that_comes_after_that_day_is_given_and_not_kept() {
        var first = first("key");
        now = now.plus(Duration.ofHours(24));
        var mine = new Answer(201, Map.of(), "{}");
        assertThat(keys.answered(first.claim(), mine)).isEqualTo(mine);

        var next = first("key");
        keys.answered(first.claim(), mine);
        assertThat(next.id()).isNotEqualTo(first.id());
        assertThat(keys.begin("me", "key", "request")).isInstanceOf(Verdict.StillRunning.class);
    }

    @Test
    void an_answer_too_large_to_keep_is_made_again_under_the_same_id() {
        var first = first("key");
        var large = new Answer(200, Map.of(), "x".repeat(Idempotency.LARGEST_ANSWER + 1));

        assertThat(keys.answered(first.claim(), large)).isEqualTo(large);
        assertThat(first("key").id()).isEqualTo(first.id());
    }

    @Test
    void how_large_an_answer_is_counts_as_it_is_written() {
        var first = first("key");
        var quotes = new Answer(200, Map.of(), "\"".repeat(Idempotency.LARGEST_ANSWER / 2));

        keys.answered(first.claim(), quotes);
        assertThat(keys.begin("me", "key", "request")).isInstanceOf(Verdict.Go.class);
    }

    @Test
    void what_was_answered_is_not_printed() {
        var secret = new Verdict.AlreadyAnswered("id", new Answer(200, Map.of("Location", "/x?s"), "whsec_abc"));

        assertThat(secret.toString()).contains("200").doesNotContain("whsec_abc", "/x?s");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256, 100_000})
    void a_key_is_1_to_255_characters(int length) {
        assertThatThrownBy(() -> keys.begin("me", "k".repeat(length), "request"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_REQUEST));
        assertThatThrownBy(() -> keys.begin("me", " ", "request")).hasMessageContaining("blank");
        assertThat(first("k".repeat(255))).isNotNull();
    }

    @Test
    void spacing_order_and_who_is_to_be_told_do_not_make_another_request() {
        var asked = keys.fingerprint("POST /x", Map.of("a", 1, "b", Map.of("d", 1, "c", List.of(2))));

        assertThat(keys.fingerprint(
                        "POST /x",
                        Map.of(
                                "b",
                                Map.of("c", List.of(2), "d", 1),
                                "a",
                                1,
                                "webhook",
                                "https://a.example",
                                "taskToken",
                                "t",
                                "idempotencyKey",
                                "k")))
                .isEqualTo(asked);
        assertThat(keys.fingerprint("POST /y", Map.of("a", 1, "b", Map.of("d", 1, "c", List.of(2)))))
                .isNotEqualTo(asked);
        assertThat(keys.fingerprint("POST /x", Map.of("a", 2, "b", Map.of("d", 1, "c", List.of(2)))))
                .isNotEqualTo(asked);
        assertThat(keys.fingerprint("POST /x", Map.of("a", 1, "b", Map.of("webhook", 1, "d", 1, "c", List.of(2)))))
                .isNotEqualTo(asked);
        assertThat(keys.fingerprint("POST /x", null)).isEqualTo(keys.fingerprint("POST /x", Map.of()));
    }

    record Made(String id, int run) {}

    private int runs;

    private Made once(String key) {
        return keys.once("me", key, "request", Made.class, id -> new Made(id, ++runs));
    }

    @Test
    void a_function_is_run_once_for_a_key_and_each_time_without_one() {
        var made = once("key");
        assertThat(once("key")).isEqualTo(made);
        assertThat(runs).isEqualTo(1);
        assertThat(once(null).id()).isNotEqualTo(once(null).id()).isNotEqualTo(made.id());
    }

    @Test
    void what_fails_unexpectedly_is_taken_up_at_once_under_the_same_id() {
        var ids = new ArrayList<String>();
        assertThatThrownBy(() -> keys.once("me", "key", "request", Made.class, id -> {
                    ids.add(id);
                    throw new IllegalStateException("the network");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(once("key").id()).isEqualTo(ids.getFirst());
    }

    @Test
    void work_that_hears_of_the_latest_runs_each_time_and_the_first_answer_is_given() {
        var first = latest(id -> new Made(id, 1));
        assertThat(latest(id -> new Made(id, 2))).isEqualTo(first);
        assertThat(first.run()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"INVALID_REQUEST", "CONFLICT", "INTERNAL", "STORAGE_UNAVAILABLE", "STORAGE_FULL"})
    void who_was_not_heard_is_told_so_whatever_the_reason(ProblemCode why) {
        var first = latest(id -> new Made(id, 1));

        assertThatThrownBy(() -> latest(id -> {
                    throw new Problem(why, "Not heard.", "Again.");
                }))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(why));
        assertThat(latest(id -> new Made(id, 2))).isEqualTo(first);
    }

    private Made latest(Function<String, Made> work) {
        return keys.onceForTheLatest("me", "latest", "request", Made.class, work);
    }

    @Test
    void keys_are_the_owners_own_and_are_forgotten_after_a_day() {
        keys.answered(first("key").claim(), new Answer(201, Map.of(), "{}"));

        assertThat(keys.begin("another", "key", "request")).isInstanceOf(Verdict.Go.class);
        now = now.plus(Duration.ofHours(24));
        assertThat(keys.begin("me", "key", "other")).isInstanceOf(Verdict.Go.class);
    }

    private Verdict.Go first(String key) {
        return (Verdict.Go) keys.begin("me", key, "request");
    }
}

package dev.beatcut.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.beatcut.state.Idempotency.Answer;
import dev.beatcut.state.Idempotency.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

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
        keys.answered(first("key").claim(), answer);

        assertThat(keys.begin("me", "key", "request")).isEqualTo(new Verdict.AlreadyAnswered(answer));
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
    void a_call_that_was_overtaken_does_not_change_the_answer() {
        var slow = first("key");
        now = now.plusSeconds(61);
        var fast = (Verdict.Go) keys.begin("me", "key", "request");
        keys.answered(fast.claim(), new Answer(202, Map.of(), "fast"));
        keys.answered(slow.claim(), new Answer(202, Map.of(), "slow"));

        assertThat(keys.begin("me", "key", "request"))
                .isEqualTo(new Verdict.AlreadyAnswered(new Answer(202, Map.of(), "fast")));
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

package dev.beatcut.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private static final Key KEY = new Key("lease", "session-1");

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Lease lease = new Lease(new MemoryTable(), new ObjectMapper(), () -> now, Duration.ofSeconds(30));

    @Test
    void only_one_holds_it() {
        assertThat(lease.take(KEY, "a")).isPresent();
        assertThat(lease.take(KEY, "b")).isEmpty();
    }

    @Test
    void a_dead_holders_lease_runs_out() {
        var dead = lease.take(KEY, "a").orElseThrow();
        now = now.plusSeconds(30);

        assertThat(lease.take(KEY, "b")).isPresent();
        assertThat(lease.prolong(dead)).isEmpty();
    }

    @Test
    void a_prolonged_lease_lasts_a_full_length_more() {
        var held = lease.take(KEY, "a").orElseThrow();
        now = now.plusSeconds(29);
        var longer = lease.prolong(held).orElseThrow();
        now = now.plusSeconds(29);

        assertThat(lease.take(KEY, "b")).isEmpty();
        assertThat(lease.prolong(longer)).isPresent();
    }

    @Test
    void a_lease_that_was_prolonged_without_an_answer_is_still_its_holders() {
        var held = lease.take(KEY, "a").orElseThrow();
        assertThat(lease.prolong(held)).as("the answer, which got lost").isPresent();

        assertThat(lease.prolong(held)).isPresent();
        lease.release(held);

        assertThat(lease.take(KEY, "b")).isPresent();
    }

    @Test
    void what_is_given_back_can_be_taken_and_a_lost_one_gives_nothing_back() {
        var held = lease.take(KEY, "a").orElseThrow();
        lease.release(held);
        var other = lease.take(KEY, "b").orElseThrow();
        lease.release(held);

        assertThat(lease.take(KEY, "c")).isEmpty();
        assertThat(lease.prolong(other)).isPresent();
    }
}

package dev.beatcut.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class IdsTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Ids ids = new Ids(() -> now, RandomGenerator.getDefault());

    @Test
    void later_ids_sort_later_and_newest_first_the_other_way_round() {
        var earlier = ids.next();
        now = now.plusMillis(1);
        var later = ids.next();

        assertThat(later).isGreaterThan(earlier);
        assertThat(Ids.newestFirst(later)).isLessThan(Ids.newestFirst(earlier));
        assertThat(Ids.newestFirst(Ids.newestFirst(later))).isEqualTo(later);
    }

    @Test
    void ids_of_the_same_moment_differ() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(seen.add(ids.next())).isTrue();
        }
        assertThat(seen).allMatch(Ids::wellFormed);
    }
}

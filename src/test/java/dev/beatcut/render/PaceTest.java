package dev.beatcut.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.state.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    private static final Duration EVERY_30_S = Duration.ofSeconds(30);
    private static final Duration FILM = Duration.ofSeconds(20);

    /** @param waited from the end of the export until it was seen, s */
    private record Seen(double waited, int looks) {}

    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 30})
    void between_20_and_120_s_an_end_is_seen_within_30_s_with_no_more_looks_than_every_30_s(int sweep) {
        ToDoubleFunction<Random> anything = source -> 20 + source.nextDouble() * 100;
        var learned = follow(new Pace(null, Duration.ofSeconds(sweep)), anything);

        assertThat(p95(learned)).isLessThanOrEqualTo(30);
        assertThat(looks(learned)).isLessThanOrEqualTo(looksEvery30s(anything));
    }

    @Test
    void where_all_take_about_the_same_the_first_look_comes_near_that_time_and_then_closer_ones() {
        ToDoubleFunction<Random> aboutAMinute = source -> 60 + source.nextGaussian() * 3;
        var learned = follow(new Pace(null, Duration.ofSeconds(1)), aboutAMinute);

        assertThat(p95(learned)).isLessThanOrEqualTo(15);
        assertThat(looks(learned)).isLessThan(looksEvery30s(aboutAMinute));
    }

    @Test
    void when_the_upstream_becomes_slower_or_faster_it_learns_again() {
        var pace = new Pace(null, Duration.ofSeconds(1));
        var known = experience();
        follow(pace, known, source -> 20 + source.nextDouble() * 5, 100);
        var slow = follow(pace, known, source -> 200 + source.nextDouble() * 50, 100);
        var fast = follow(pace, known, source -> 20 + source.nextDouble() * 5, 100);

        assertThat(p95(slow.subList(50, 100))).isLessThanOrEqualTo(30);
        assertThat(looks(slow.subList(50, 100))).isLessThanOrEqualTo(7);
        assertThat(p95(fast.subList(50, 100))).isLessThanOrEqualTo(30);
    }

    @Test
    void the_functions_artifact_reckons_with_the_rounds_that_its_poller_makes() throws IOException {
        var shipped = new Properties();
        try (var file =
                Files.newBufferedReader(Path.of("src/lambda/resources/META-INF/microprofile-config.properties"))) {
            shipped.load(file);
        }
        assertThat(shipped.getProperty("beatcut.render.sweep-every")).isEqualTo(Rounds.EVERY.toSeconds() + "s");
    }

    @Test
    void what_has_run_for_hours_is_looked_at_rarely() {
        var pace = new Pace(null, Duration.ofSeconds(1));

        assertThat(pace.next(List.of(), Duration.ofMinutes(2))).isEqualTo(EVERY_30_S);
        assertThat(pace.next(List.of(), Duration.ofMinutes(60))).isEqualTo(Duration.ofMinutes(3));
        assertThat(pace.next(List.of(), Duration.ofHours(20))).isEqualTo(Duration.ofMinutes(5));
    }

    private List<Seen> follow(Pace pace, ToDoubleFunction<Random> took) {
        var known = experience();
        follow(pace, known, took, 100);
        return follow(pace, known, took, 2000);
    }

    private List<Seen> follow(Pace pace, Experience known, ToDoubleFunction<Random> took, int exports) {
        var seen = new ArrayList<Seen>();
        IntStream.range(0, exports).forEach(i -> seen.add(follow(pace, known, took.applyAsDouble(random))));
        return seen;
    }

    /** As the ledger does: looks come at the first sweep after they are due, and only they tell how long it took. */
    private Seen follow(Pace pace, Experience known, double took) {
        var taken = known.with(FILM);
        double sweep = pace.sweep().toMillis() / 1000.0;
        double firstSweep = random.nextDouble() * sweep;
        double running = 0;
        double now = 0;
        int looks = 0;
        do {
            running = now;
            double due = now + pace.next(taken, millis(now)).toMillis() / 1000.0;
            now = firstSweep + Math.ceil((due - firstSweep) / sweep) * sweep;
            looks++;
        } while (now < took);
        known.add(FILM, millis(running + (now - running) * random.nextDouble()));
        return new Seen(now - took, looks);
    }

    private double looksEvery30s(ToDoubleFunction<Random> took) {
        return IntStream.range(0, 2000)
                .mapToDouble(i -> Math.ceil(took.applyAsDouble(random) / 30))
                .average()
                .orElseThrow();
    }

    private static Experience experience() {
        var clock = Instant.parse("2026-01-01T00:00:00Z");
        return new Experience(
                Records.of(new MemoryTable(), new ObjectMapper(), Experience.Taken.class, () -> clock), "cloud");
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static double p95(List<Seen> seen) {
        var sorted = seen.stream().mapToDouble(Seen::waited).sorted().toArray();
        return sorted[(int) (sorted.length * 0.95)];
    }

    private static double looks(List<Seen> seen) {
        return seen.stream().mapToInt(Seen::looks).average().orElseThrow();
    }
}

package dev.beatcut.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Flow 1 over a studio that misbehaves, with servers that die: before and after every single call to the table, the
 * objects, the upstream and those who are told, not at a sample of them. Whatever happens, an export comes to its end
 * once, the upstream is left with nothing that nobody wants, and the end is told.
 *
 * <p>A history that fails is run again by its seed and the points of its deaths: {@code history(seed, point, again)}.
 */
class ExportSimulationTest {

    private static final int HISTORIES = 10_000;

    /** Of a server's deaths so many are followed by another one soon. */
    private static final int ONE_TWICE_IN = 3;

    private static final int SOON = 80;

    @TempDir
    static Path folder;

    private static ExportWorld world;

    @BeforeAll
    static void prepare() {
        world = new ExportWorld(folder);
    }

    @Test
    void over_ten_thousand_histories_no_export_is_orphaned_submitted_twice_moved_back_or_untold() {
        int histories = 0;
        for (long seed = 1; histories < HISTORIES; seed++) {
            histories += everyPoint(seed);
        }
        assertThat(histories).isGreaterThanOrEqualTo(HISTORIES);
    }

    @Test
    void the_same_seed_gives_the_same_history() {
        for (long seed = 1; seed <= 5; seed++) {
            var first = history(seed, 60, 90);
            assertThat(history(seed, 60, 90).lines()).as("seed " + seed).isEqualTo(first.lines());
            assertThat(first.diedAt).as("seed " + seed).isNotEmpty();
        }
    }

    /** @return how many histories there are of that seed */
    private static int everyPoint(long seed) {
        var undisturbed = history(seed);
        judge(undisturbed, seed);
        IntStream.rangeClosed(1, undisturbed.points()).parallel().forEach(point -> dyingAt(point, seed));
        return undisturbed.points() + 1;
    }

    private static void dyingAt(int point, long seed) {
        var random = new Random(31 * seed + point);
        var history = random.nextInt(ONE_TWICE_IN) == 0
                ? history(seed, point, point + 1 + random.nextInt(SOON))
                : history(seed, point);
        assertThat(history.diedAt).as("seed " + seed + ", point " + point).isNotEmpty();
        judge(history, seed);
    }

    private static ExportSimulation history(long seed, int... deaths) {
        try {
            return new ExportSimulation(world, seed, deaths).run();
        } catch (AssertionError failed) {
            throw new AssertionError("seed " + seed + ", deaths at " + Arrays.toString(deaths), failed);
        }
    }

    private static void judge(ExportSimulation history, long seed) {
        assertThat(ExportJudge.broken(history))
                .as("seed %d, deaths at %s, %s, %s", seed, history.diedAt, history.plan, history.traffic.calls)
                .isEmpty();
    }
}

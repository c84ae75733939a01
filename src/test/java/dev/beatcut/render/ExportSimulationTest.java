package dev.beatcut.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportSimulationTest {

    @TempDir
    static Path folder;
    static ExportWorld world;
    @BeforeAll
    static void prepare() {
        world = new ExportWorld(folder);
    }

    @Test
    void look() {
        int all = 0;
        var seen = new java.util.TreeMap<String, Integer>();
        long from = System.nanoTime();
        int seeds = Integer.getInteger("seeds", 20);
        for (int seed = 0; seed < seeds; seed++) {
            var alive = new ExportSimulation(world, seed).run();
            note(seen, "seed " + seed, alive);
            var random = new Random(seed);
            for (int point = 1; point <= alive.points(); point++) {
                int again = random.nextInt(3) == 0 ? point + 1 + random.nextInt(80) : 0;
                all++;
                note(seen, "seed " + seed + " dies at " + point + " and " + again, new ExportSimulation(world, seed, point, again));
            }
        }
        System.out.println(all + " histories, " + (System.nanoTime() - from) / 1000_000 + " ms " + seen);
    }

    private void note(java.util.Map<String, Integer> seen, String about, ExportSimulation s) {
        List<String> broken;
        try {
            if (s.points() == 0) s.run();
            broken = ExportJudge.broken(s);
        } catch (Throwable t) {
            broken = List.of("thrown " + t + t.getCause() + ": ");
        }
        for (var b : broken) {
            var rule = b.split(":")[0];
            if (seen.merge(rule, 1, Integer::sum) <= 3) {
                System.out.println(about + " " + s.plan + "\n     " + b + "\n    " + s.traffic.calls);
            }
        }
    }
}

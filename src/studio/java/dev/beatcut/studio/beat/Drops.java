package dev.beatcut.studio.beat;

import java.util.List;
import java.util.stream.IntStream;

/** Finds the bars where kick and bass come back, after a passage that did without them, to a song that had them. */
final class Drops {

    private static final int PASSAGE = 4;
    /** Low-band level before and after, as shares of the level in the song's full bars. */
    private static final double QUIET = 0.6;

    private static final double FULL = 0.85;

    private Drops() {}

    /** Indexes of the bars that open with a drop. */
    static List<Integer> bars(BarLevels levels) {
        return IntStream.rangeClosed(PASSAGE, levels.bars() - PASSAGE)
                .filter(bar -> strength(bar, levels) > 0)
                .boxed()
                .toList();
    }

    /** Rise of the low band into a bar, 0 if it is no drop. */
    static double strength(int bar, BarLevels levels) {
        double full = full(levels);
        double before = loudest(levels, bar - PASSAGE, bar) / full;
        double after = levels.low(bar, bar + PASSAGE) / full;
        boolean drop = before <= QUIET && levels.low(bar, bar + 1) / full >= FULL && after >= FULL;
        return drop ? Share.clamp(after - before) : 0;
    }

    private static double loudest(BarLevels levels, int from, int to) {
        return IntStream.range(from, to)
                .mapToDouble(bar -> levels.low(bar, bar + 1))
                .max()
                .orElse(0);
    }

    private static double full(BarLevels levels) {
        double[] sorted = IntStream.range(0, levels.bars())
                .mapToDouble(bar -> levels.low(bar, bar + 1))
                .sorted()
                .toArray();
        return Math.max(1e-9, sorted[sorted.length * 3 / 4]);
    }
}

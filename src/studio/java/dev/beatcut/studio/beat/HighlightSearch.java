package dev.beatcut.studio.beat;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Weighs every stretch of a song from bar line to bar line: full sections, a drop with what leads up to it, and whole
 * phrases make a good one.
 */
final class HighlightSearch {

    /** What a drop is worth beside a mean energy of 1, and where it should fall, as a share of the stretch. */
    private static final double DROP = 1;

    private static final double EARLY = 0.15;
    private static final double LATE = 0.45;
    private static final double TOO_LATE = 0.65;
    /** A longer way up to the drop is tiring. */
    private static final long LONGEST_LEAD_MS = 16_000;

    /** What it is worth to begin and to end with a section. */
    private static final double STARTS = 0.15;

    private static final double ENDS = 0.05;
    /** What it costs to be twice as long as usual. */
    private static final double UNUSUAL = 0.1;

    private final BeatGrid grid;
    private final long[] lines;
    /** How good each line is to begin or to end on, 0 to 1. */
    private final double[] phrasing;

    HighlightSearch(BeatGrid grid) {
        this.grid = grid;
        var downbeats = grid.downbeatIndexes().stream()
                .mapToLong(index -> grid.beats().get(index).ms());
        this.lines =
                LongStream.concat(downbeats, LongStream.of(grid.durationMs())).toArray();
        this.phrasing = phrasing();
    }

    /** Bars are counted from the line that is nearest to the start of their section. */
    private double[] phrasing() {
        Set<Integer> starts = grid.sections().stream()
                .map(section -> nearest(section.fromMs()))
                .collect(Collectors.toSet());
        starts.add(lines.length - 1);
        double[] phrasing = new double[lines.length];
        int bars = 0;
        for (int line = 0; line < lines.length; line++) {
            bars = starts.contains(line) ? 0 : bars + 1;
            phrasing[line] = bars == 0 ? 1 : bars % 8 == 0 ? 0.8 : bars % 4 == 0 ? 0.6 : bars % 2 == 0 ? 0.2 : 0;
        }
        return phrasing;
    }

    private int nearest(long ms) {
        return IntStream.range(0, lines.length)
                .boxed()
                .min(Comparator.comparingLong(line -> Math.abs(lines[line] - ms)))
                .orElseThrow();
    }

    /**
     * The best stretch from {@code shortestMs} to {@code longestMs} long, and the nearer to {@code usualMs} the better;
     * the earlier of equals; empty if none fits.
     */
    Optional<Highlight> best(long shortestMs, long usualMs, long longestMs) {
        Highlight best = null;
        long most = Long.MIN_VALUE;
        for (int from = 0; from < lines.length; from++) {
            for (int to = from + 1; to < lines.length && lines[to] - lines[from] <= longestMs; to++) {
                long worth = lines[to] - lines[from] < shortestMs ? most : worth(from, to, usualMs);
                if (worth > most) {
                    most = worth;
                    best = new Highlight(lines[from], lines[to]);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** In thousandths, so that equals are equal. */
    private long worth(int from, int to, long usualMs) {
        var stretch = new Highlight(lines[from], lines[to]);
        double unusual = Math.abs((double) stretch.lengthMs() / usualMs - 1);
        return Math.round(1000
                * (energy(stretch)
                        + drop(stretch)
                        + STARTS * phrasing[from]
                        + ENDS * phrasing[to]
                        - UNUSUAL * unusual));
    }

    private double energy(Highlight stretch) {
        double sum = 0;
        for (Section section : grid.sections()) {
            long shared = Math.min(stretch.toMs(), section.toMs()) - Math.max(stretch.fromMs(), section.fromMs());
            sum += Math.max(0, shared) * section.energy();
        }
        return sum / stretch.lengthMs();
    }

    private double drop(Highlight stretch) {
        return grid.drops().stream()
                .mapToDouble(drop -> DROP * (0.5 + drop.strength() / 2) * fit(drop.ms() - stretch.fromMs(), stretch))
                .max()
                .orElse(0);
    }

    /** How well a drop comes after this lead. */
    private static double fit(long leadMs, Highlight stretch) {
        double share = (double) leadMs / stretch.lengthMs();
        if (share < -0.01 || share > TOO_LATE || leadMs > 2 * LONGEST_LEAD_MS) {
            return 0;
        }
        double early = Math.clamp(share / EARLY, 0, 1);
        double late = Math.clamp((TOO_LATE - share) / (TOO_LATE - LATE), 0, 1);
        double tiring = Math.clamp(2 - (double) leadMs / LONGEST_LEAD_MS, 0, 1);
        return (0.7 + 0.3 * early) * late * tiring;
    }
}

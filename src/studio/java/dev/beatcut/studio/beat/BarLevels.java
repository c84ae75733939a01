package dev.beatcut.studio.beat;

import java.util.Arrays;

/**
 * How loud each bar is.
 *
 * @param linesMs   the bar lines, in ms: one more than there are bars
 * @param registers mean level in each register, a row per bar
 */
record BarLevels(long[] linesMs, double[][] registers) {

    private static final double[] EDGES_HZ = {0, 150, 400, 1_000, 2_500, 7_000, 20_000};

    static BarLevels of(long[] linesMs, Spectrogram spectrogram) {
        int[] frames = Arrays.stream(linesMs)
                .mapToInt(ms -> (int) Math.min(spectrogram.frames(), ms / Spectrogram.MS_PER_FRAME))
                .toArray();
        int[] edges = Arrays.stream(EDGES_HZ).mapToInt(spectrogram::bandAt).toArray();
        double[][] registers = new double[frames.length - 1][edges.length - 1];
        for (int bar = 0; bar < registers.length; bar++) {
            for (int register = 0; register < edges.length - 1; register++) {
                registers[bar][register] =
                        spectrogram.level(edges[register], edges[register + 1], frames[bar], frames[bar + 1]);
            }
        }
        return new BarLevels(linesMs, registers);
    }

    int bars() {
        return registers.length;
    }

    /** Mean level of all registers over bars {@code from} (inclusive) to {@code to} (exclusive). */
    double overall(int from, int to) {
        return Arrays.stream(mean(from, to)).average().orElse(0);
    }

    /** Mean level of kick and bass. */
    double low(int from, int to) {
        return mean(from, to)[0];
    }

    double[] mean(int from, int to) {
        double[] mean = new double[EDGES_HZ.length - 1];
        for (int bar = from; bar < to; bar++) {
            for (int register = 0; register < mean.length; register++) {
                mean[register] += registers[bar][register] / (to - from);
            }
        }
        return mean;
    }
}

package dev.beatcut.studio.beat;

import java.util.Arrays;

/**
 * How loud each bar is.
 *
 * @param linesMs   the bar lines, in ms: one more than there are bars
 * @param registers level in each register as a share of the song's mean level, a row per bar
 * @param lows      mean level of kick and bass, dB, one per bar
 * @param lowShare  that of the whole song, dB above all registers together
 */
record BarLevels(long[] linesMs, double[][] registers, double[] lows, double lowShare) {

    private static final double[] EDGES_HZ = {0, 150, 400, 1_000, 2_500, 7_000, 20_000};

    static BarLevels of(long[] linesMs, Spectrogram spectrogram, Loudness loudness) {
        int[] frames = Arrays.stream(linesMs)
                .mapToInt(ms -> (int) Math.min(spectrogram.frames(), ms / Spectrogram.MS_PER_FRAME))
                .toArray();
        int[] edges = Arrays.stream(EDGES_HZ).mapToInt(spectrogram::bandAt).toArray();
        double song = Math.max(1e-9, spectrogram.level(0, spectrogram.bands(), frames[0], frames[frames.length - 1]));
        double[][] registers = new double[frames.length - 1][edges.length - 1];
        double[] lows = new double[registers.length];
        for (int bar = 0; bar < registers.length; bar++) {
            lows[bar] = loudness.low(frames[bar], frames[bar + 1]);
            for (int register = 0; register < edges.length - 1; register++) {
                registers[bar][register] =
                        spectrogram.level(edges[register], edges[register + 1], frames[bar], frames[bar + 1]) / song;
            }
        }
        int last = frames[frames.length - 1];
        return new BarLevels(linesMs, registers, lows, loudness.low(frames[0], last) - loudness.all(frames[0], last));
    }

    int bars() {
        return registers.length;
    }

    /** Mean level of all registers over bars {@code from} (inclusive) to {@code to} (exclusive), by their length. */
    double overall(int from, int to) {
        double sum = 0;
        for (int bar = from; bar < to; bar++) {
            sum += Arrays.stream(registers[bar]).average().orElse(0) * lengthMs(bar);
        }
        return sum / (linesMs[to] - linesMs[from]);
    }

    /** Mean level of kick and bass, dB. */
    double low(int from, int to) {
        double power = 0;
        for (int bar = from; bar < to; bar++) {
            power += Math.pow(10, lows[bar] / 10) * lengthMs(bar);
        }
        return 10 * Math.log10(power / (linesMs[to] - linesMs[from]));
    }

    long lengthMs(int bar) {
        return linesMs[bar + 1] - linesMs[bar];
    }
}

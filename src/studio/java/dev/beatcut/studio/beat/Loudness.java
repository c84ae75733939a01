package dev.beatcut.studio.beat;

/** Mean power of a song over any stretch of frames, in dB; what is below -60 dB of the reference is -60. */
final class Loudness {

    private static final double LOW_HZ = 150;
    private static final double HIGH_HZ = 2_500;
    private static final double SILENT = 1e-6;

    private final double[] low;
    private final double[] high;
    private final double[] all;

    /** Sums the power of all frames before each, so that any mean is a difference. */
    Loudness(Spectrogram spectrogram) {
        int frames = spectrogram.frames();
        int bass = spectrogram.bandAt(LOW_HZ);
        int treble = spectrogram.bandAt(HIGH_HZ);
        low = new double[frames + 1];
        high = new double[frames + 1];
        all = new double[frames + 1];
        for (int frame = 0; frame < frames; frame++) {
            float[] row = spectrogram.row(frame);
            double lows = power(row, 0, bass);
            double highs = power(row, treble, row.length);
            low[frame + 1] = low[frame] + lows;
            high[frame + 1] = high[frame] + highs;
            all[frame + 1] = all[frame] + lows + power(row, bass, treble) + highs;
        }
    }

    private static double power(float[] row, int from, int to) {
        double power = 0;
        for (int band = from; band < to; band++) {
            double magnitude = Math.exp(row[band]) - 1;
            power += magnitude * magnitude;
        }
        return power;
    }

    int frames() {
        return all.length - 1;
    }

    /** Kick and bass, from frame {@code from} to {@code to}; frames outside the song are left out. */
    double low(int from, int to) {
        return mean(low, from, to);
    }

    /** Cymbals, snare rolls and risers. */
    double high(int from, int to) {
        return mean(high, from, to);
    }

    /** All registers. */
    double all(int from, int to) {
        return mean(all, from, to);
    }

    private static double mean(double[] sums, int from, int to) {
        int start = Math.clamp(from, 0, sums.length - 1);
        int end = Math.clamp(to, 0, sums.length - 1);
        return 10 * Math.log10(SILENT + (sums[end] - sums[start]) / Math.max(1, end - start));
    }
}

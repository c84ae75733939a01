package dev.beatcut.studio.beat;

/** Mean power of a song over any stretch of frames, in dB; what is below -60 dB of the reference is -60. */
final class Loudness {

    private static final double LOW_HZ = 150;
    private static final double HIGH_HZ = 2_500;
    private static final double SILENT = 1e-6;

    private final double[] low;
    private final double[] high;
    private final double[] all;

    Loudness(Spectrogram spectrogram) {
        low = sums(spectrogram, 0, spectrogram.bandAt(LOW_HZ));
        high = sums(spectrogram, spectrogram.bandAt(HIGH_HZ), spectrogram.bands());
        all = sums(spectrogram, 0, spectrogram.bands());
    }

    private static double[] sums(Spectrogram spectrogram, int lowest, int end) {
        double[] sums = new double[spectrogram.frames() + 1];
        for (int frame = 0; frame < spectrogram.frames(); frame++) {
            float[] row = spectrogram.row(frame);
            double power = 0;
            for (int band = lowest; band < end; band++) {
                double magnitude = Math.expm1(row[band]);
                power += magnitude * magnitude;
            }
            sums[frame + 1] = sums[frame] + power;
        }
        return sums;
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

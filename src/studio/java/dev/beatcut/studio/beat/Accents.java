package dev.beatcut.studio.beat;

import java.util.Arrays;

/** What happens on each beat: change of harmony and of bass, kick and snare, each standardised over the song. */
record Accents(double[] harmony, double[] bass, double[] kick, double[] snare) {

    private static final double BASS_HZ = 200;
    private static final double HARMONY_HZ = 2_000;

    static Accents at(int[] beats, Spectrogram spectrogram, Onsets onsets) {
        int bass = spectrogram.bandAt(BASS_HZ);
        return new Accents(
            standardise(changes(beats, spectrogram, bass, spectrogram.bandAt(HARMONY_HZ))),
            standardise(changes(beats, spectrogram, 0, bass)),
            standardise(Onsets.peaks(onsets.kick(), beats)),
            standardise(Onsets.peaks(onsets.snare(), beats)));
    }

    /** How much each beat sounds like the first of a bar. */
    double[] downbeat() {
        double[] sum = new double[harmony.length];
        Arrays.setAll(sum, i -> harmony[i] + 0.7 * bass[i] + 0.5 * kick[i] - 0.7 * snare[i]);
        return standardise(sum);
    }

    private static double[] changes(int[] beats, Spectrogram spectrogram, int from, int to) {
        double[] changes = new double[beats.length];
        float[] before = null;
        for (int beat = 0; beat < beats.length; beat++) {
            int end = beat + 1 < beats.length ? beats[beat + 1] : spectrogram.frames();
            float[] after = mean(spectrogram, beats[beat], end, from, to);
            changes[beat] = before == null ? 0 : distance(before, after);
            before = after;
        }
        return changes;
    }

    private static float[] mean(Spectrogram spectrogram, int start, int end, int from, int to) {
        float[] mean = new float[to - from];
        for (int frame = start; frame < end; frame++) {
            float[] row = spectrogram.row(frame);
            for (int band = from; band < to; band++) {
                mean[band - from] += row[band];
            }
        }
        return mean;
    }

    /** One minus the cosine of the angle between two spectra. */
    private static double distance(float[] a, float[] b) {
        double product = 0;
        double normA = 1e-9;
        double normB = 1e-9;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            normA += a[i] * a[i];
            normB += b[i] * b[i];
        }
        return 1 - product / Math.sqrt(normA * normB);
    }

    static double[] standardise(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElse(0);
        double deviation = Math.sqrt(variance) + 1e-9;
        return Arrays.stream(values).map(value -> (value - mean) / deviation).toArray();
    }
}

package dev.beatcut.studio.beat;

import java.util.Arrays;

/** What happens on each beat: change of harmony and of bass, kick and snare, each standardised over the song. */
record Accents(double[] harmony, double[] bass, double[] kick, double[] snare) {

    private static final double BASS_HZ = 200;
    private static final double HARMONY_HZ = 2_000;
    /** Deviation below which all beats sound alike, and their differences are rounding. */
    private static final double ALIKE = 0.001;

    static Accents at(int[] beats, Spectrogram spectrogram, Onsets onsets) {
        int bass = spectrogram.bandAt(BASS_HZ);
        return new Accents(
                standardise(changes(beats, spectrogram, bass, spectrogram.bandAt(HARMONY_HZ)), ALIKE),
                standardise(changes(beats, spectrogram, 0, bass), ALIKE),
                standardise(Onsets.peaks(onsets.kick(), beats), ALIKE),
                standardise(Onsets.peaks(onsets.snare(), beats), ALIKE));
    }

    /** How much each beat sounds like the first of a bar. */
    double[] downbeat() {
        double[] sum = new double[harmony.length];
        Arrays.setAll(sum, i -> harmony[i] + 0.7 * bass[i] + 0.5 * kick[i] - 0.7 * snare[i]);
        return standardise(sum, ALIKE);
    }

    /**
     * How much the spectrum differs from one beat's length to the next; the first beat has nothing before it and
     * gets the mean.
     */
    private static double[] changes(int[] beats, Spectrogram spectrogram, int from, int to) {
        double[] changes = new double[beats.length];
        float[] before = mean(spectrogram, beats[0], end(beats, 0, spectrogram), from, to);
        for (int beat = 1; beat < beats.length; beat++) {
            float[] after = mean(spectrogram, beats[beat], end(beats, beat, spectrogram), from, to);
            changes[beat] = distance(before, after);
            before = after;
        }
        changes[0] = Arrays.stream(changes).skip(1).average().orElse(0);
        return changes;
    }

    /** The last beat lasts as long as the one before it, so that the silence after a song is no change of harmony. */
    private static int end(int[] beats, int beat, Spectrogram spectrogram) {
        if (beat + 1 < beats.length) {
            return beats[beat + 1];
        }
        return beat == 0 ? spectrogram.frames() : Math.min(spectrogram.frames(), 2 * beats[beat] - beats[beat - 1]);
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

    /** Deviations from the mean in standard deviations, those being at least {@code floor}. */
    static double[] standardise(double[] values, double floor) {
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        double deviation = Math.max(floor, Math.sqrt(variance));
        return Arrays.stream(values).map(value -> (value - mean) / deviation).toArray();
    }
}

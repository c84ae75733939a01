package dev.beatcut.studio.beat;

import java.util.Arrays;

/** How much each beat sounds like the first of a bar. */
final class Accents {

    private static final double CHORD = 1;
    private static final double LONG_CHORD = 0.6;
    private static final double BASS = 0.3;
    private static final double LONG_BASS = 0.2;
    private static final double KICK = 0.6;
    private static final double SNARE = -0.1;
    /** Deviation below which all beats sound alike, and their differences are rounding. */
    private static final double ALIKE = 0.001;

    private Accents() {}

    /**
     * Where chord and bass change, for a beat or for two, and the kick falls: mostly harmony, as Davies and Plumbley
     * (EUSIPCO 2006) and Papadopoulos and Peeters (IEEE TASLP 2011) found. In standard deviations, one value a beat.
     */
    static double[] downbeats(int[] beats, Harmony harmony, Onsets onsets) {
        double[] sum = new double[beats.length];
        add(CHORD, harmony.changes(beats, 1, Harmony.SEMITONES), sum);
        add(LONG_CHORD, harmony.changes(beats, 2, Harmony.SEMITONES), sum);
        add(BASS, harmony.changes(beats, 1, Harmony.BASS), sum);
        add(LONG_BASS, harmony.changes(beats, 2, Harmony.BASS), sum);
        add(KICK, standardise(Onsets.peaks(onsets.kick(), beats)), sum);
        add(SNARE, standardise(Onsets.peaks(onsets.snare(), beats)), sum);
        return standardise(sum);
    }

    private static void add(double weight, double[] feature, double[] sum) {
        Arrays.setAll(sum, i -> sum[i] + weight * feature[i]);
    }

    /** Deviations from the mean in standard deviations; next to nothing where all values are alike. */
    static double[] standardise(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        double deviation = Math.max(ALIKE, Math.sqrt(variance));
        return Arrays.stream(values).map(value -> (value - mean) / deviation).toArray();
    }
}

package dev.beatcut.studio.beat;

import java.util.Arrays;

/** How much each beat sounds like the first of a bar. */
final class Accents {

    private static final double KICK = 0.37;
    /** Deviation below which all beats sound alike, and their differences are rounding. */
    private static final double ALIKE = 0.001;

    private Accents() {}

    /**
     * Where the chord changes, for a beat or for two, and the kick falls: harmony before all, as Davies and Plumbley
     * (EUSIPCO 2006) and Papadopoulos and Peeters (IEEE TASLP 2011) found. In standard deviations, one value a beat.
     * Bass, snare, rising notes, loudness, long notes and repetition add nothing on songs that the weights were not
     * fitted on.
     */
    static double[] downbeats(int[] beats, Harmony harmony, Onsets onsets) {
        double[] chord = harmony.changes(beats, 1, Harmony.SEMITONES);
        double[] longChord = harmony.changes(beats, 2, Harmony.SEMITONES);
        double[] kick = standardise(Onsets.peaks(onsets.kick(), beats));
        double[] sum = new double[beats.length];
        Arrays.setAll(sum, beat -> chord[beat] + longChord[beat] + KICK * kick[beat]);
        return standardise(sum);
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

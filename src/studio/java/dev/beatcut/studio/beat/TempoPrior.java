package dev.beatcut.studio.beat;

/**
 * How likely people are to tap at a tempo: log-normal about a preferred one (Parncutt 1994; van Noorden and Moelants
 * 1999), which is slower for music without drums. The preferred tempi are faster than those that people tap most,
 * because the other evidence leans to slow levels: of two levels, the slower one has the stronger beats.
 */
final class TempoPrior {

    private static final double PREFERRED_WITHOUT_DRUMS = 115;
    private static final double PREFERRED_WITH_DRUMS = 195;
    private static final double OCTAVES = 0.35;
    /** Cymbals and snares live up here and hardly anything else does. */
    private static final double CYMBALS_HZ = 7_000;

    private static final double FEW_CYMBALS = 0.3;
    private static final double MANY_CYMBALS = 1;

    private final double preferred;

    private TempoPrior(double preferred) {
        this.preferred = preferred;
    }

    static TempoPrior of(Spectrogram spectrogram) {
        double cymbals =
                spectrogram.level(spectrogram.bandAt(CYMBALS_HZ), spectrogram.bands(), 0, spectrogram.frames());
        double drums = Share.clamp((cymbals - FEW_CYMBALS) / (MANY_CYMBALS - FEW_CYMBALS));
        return new TempoPrior(
                PREFERRED_WITHOUT_DRUMS * Math.pow(PREFERRED_WITH_DRUMS / PREFERRED_WITHOUT_DRUMS, drums));
    }

    /** Logarithm of the prior of a tempo, 0 at the preferred one. */
    double log(double bpm) {
        double deviation = Math.log(bpm / preferred) / Math.log(2) / OCTAVES;
        return -deviation * deviation / 2;
    }
}

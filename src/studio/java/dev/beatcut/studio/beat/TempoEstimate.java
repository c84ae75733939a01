package dev.beatcut.studio.beat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;

/** The tempi of the pulses that the onsets of a song suggest: where they repeat best, by autocorrelation. */
final class TempoEstimate {

    private static final double SLOWEST_BPM = 45;
    private static final double FASTEST_BPM = 215;
    private static final double STEP = 1.01;
    private static final int TEETH = 4;
    private static final double[] RELATIVES = {1, 3 / 2.0, 4 / 3.0};
    private static final double SLOWEST_PULSE_BPM = 115;
    private static final double PREFERRED = 120;
    private static final double OCTAVES = 0.9;

    private final double[] correlation;

    TempoEstimate(float[] envelope) {
        correlation = new double[(int) (period(SLOWEST_BPM) + 1) * TEETH + 1];
        for (int lag = 0; lag < Math.min(correlation.length, envelope.length); lag++) {
            correlation[lag] = correlation(envelope, lag);
        }
    }

    /** Frames from beat to beat. */
    static double period(double bpm) {
        return 60.0 * Spectrogram.FRAMES_PER_SECOND / bpm;
    }

    private static double correlation(float[] envelope, int lag) {
        float sum = 0;
        for (int i = lag; i < envelope.length; i++) {
            sum += envelope[i] * envelope[i - lag];
        }
        return sum / (envelope.length - lag);
    }

    /**
     * Tempi of quick pulses, in beats per minute, of which one has the beats among its strokes and their middles: the
     * clearest tempo, and what it may be three times, or a third of.
     */
    double[] pulses() {
        double clearest = DoubleStream.iterate(SLOWEST_BPM, bpm -> bpm <= FASTEST_BPM, bpm -> bpm * STEP)
                .boxed()
                .max(Comparator.comparingDouble(bpm -> clarity(bpm) * preference(bpm)))
                .orElseThrow();
        return Arrays.stream(RELATIVES)
                .map(relative -> quick(clearest * relative))
                .toArray();
    }

    /** Wide, since the level is not decided here (Ellis, JNMR 2007). */
    private static double preference(double bpm) {
        double octaves = Math.log(bpm / PREFERRED) / Math.log(2) / OCTAVES;
        return Math.exp(-octaves * octaves / 2);
    }

    private static double quick(double bpm) {
        double octaves = Math.floor(Math.log(bpm / SLOWEST_PULSE_BPM) / Math.log(2));
        return bpm / Math.pow(2, octaves);
    }

    static boolean isPlausible(double bpm) {
        return bpm >= SLOWEST_BPM && bpm <= FASTEST_BPM;
    }

    /** How well the song repeats after one, two, three and four beats. */
    private double clarity(double bpm) {
        double sum = 0;
        for (int tooth = 1; tooth <= TEETH; tooth++) {
            int lag = (int) Math.round(tooth * period(bpm));
            int from = Math.max(0, lag - tooth);
            int to = Math.min(correlation.length, lag + tooth + 1);
            sum += Arrays.stream(correlation, from, to).max().orElse(0) / tooth;
        }
        return Math.max(0, sum);
    }
}

package dev.beatcut.studio.beat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;

/** The tempi that the onsets of a song suggest: the one that repeats best, and those a listener may confuse with it. */
final class TempoEstimate {

    private static final double SLOWEST_BPM = 48;
    private static final double FASTEST_BPM = 215;
    private static final double STEP = 1.01;
    private static final int TEETH = 4;
    private static final double[] RELATIVES = {1, 1 / 2.0, 2, 2 / 3.0, 3 / 2.0, 1 / 3.0, 3, 1 / 4.0, 4};

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

    /** The clearest tempo and its metrical relatives, in beats per minute. */
    double[] candidates(TempoPrior prior) {
        double clearest = DoubleStream.iterate(SLOWEST_BPM, bpm -> bpm <= FASTEST_BPM, bpm -> bpm * STEP)
                .boxed()
                .max(Comparator.comparingDouble(bpm -> clarity(bpm) * Math.exp(prior.log(bpm))))
                .orElseThrow();
        return Arrays.stream(RELATIVES)
                .map(relative -> clearest * relative)
                .filter(TempoEstimate::isPlausible)
                .toArray();
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

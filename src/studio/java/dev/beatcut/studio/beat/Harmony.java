package dev.beatcut.studio.beat;

import java.util.Arrays;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * The notes of a song: logarithmic magnitudes in semitones from D1 up, twenty rows a second. The window of 186 ms tells
 * neighbouring notes apart, which the {@link Spectrogram} with its good timing cannot; what is as strong in all
 * semitones around, as drums are, is taken away.
 */
final class Harmony {

    /** Semitones below this are the bass. */
    static final int BASS = 24;

    static final int SEMITONES = 64;

    private static final double LOWEST_HZ = 36.7;
    private static final int DECIMATION = 8;
    private static final int WINDOW_SIZE = 1024;
    private static final int FRAMES_PER_ROW = 5;
    private static final int NEIGHBOURS = 5;
    private static final double REFERENCE_RMS = 0.1;

    /** Sums of rows up to each row, so that the mean of any stretch costs the same. */
    private final double[][] sums;

    Harmony(float[] mono) {
        float[] low = Decimation.of(mono, DECIMATION, REFERENCE_RMS / Math.max(1e-9, Spectrogram.rms(mono)));
        int hop = FRAMES_PER_ROW * Spectrogram.SAMPLE_RATE / Spectrogram.FRAMES_PER_SECOND;
        int rows = mono.length / hop;
        sums = new double[rows + 1][SEMITONES];
        FloatFFT_1D fft = new FloatFFT_1D(WINDOW_SIZE);
        float[] window = hann();
        double[] places = notes();
        float[] frame = new float[WINDOW_SIZE];
        for (int row = 0; row < rows; row++) {
            Spectrogram.cut(low, (int) Math.round((double) row * hop / DECIMATION) - WINDOW_SIZE / 2, window, frame);
            fft.realForward(frame);
            double[] notes = withoutNoise(semitones(frame, places));
            for (int note = 0; note < SEMITONES; note++) {
                sums[row + 1][note] = sums[row][note] + notes[note];
            }
        }
    }

    /** Mean spectrum over frames (of 10 ms) from {@code start} to {@code end}. */
    double[] mean(int start, int end) {
        int from = Math.clamp(Math.round((float) start / FRAMES_PER_ROW), 0, sums.length - 2);
        int to = Math.clamp(Math.round((float) end / FRAMES_PER_ROW), from + 1, sums.length - 1);
        double[] mean = new double[SEMITONES];
        Arrays.setAll(mean, note -> (sums[to][note] - sums[from][note]) / (to - from));
        return mean;
    }

    /**
     * How much the lowest {@code notes} change at each of these frames, standardised: the stretch of {@code window}
     * points after it against that before it. The first point has nothing before it and gets the mean.
     */
    double[] changes(int[] points, int window, int notes) {
        int last = points.length - 1;
        double[] changes = new double[points.length];
        for (int i = 1; i <= last; i++) {
            int end = i + window <= last ? points[i + window] : 2 * points[last] - points[last - 1];
            changes[i] = distance(mean(points[Math.max(0, i - window)], points[i]), mean(points[i], end), notes);
        }
        changes[0] = Arrays.stream(changes).sum() / Math.max(1, last);
        return Accents.standardise(changes);
    }

    /** One minus the cosine of the angle between the lowest {@code notes} of two spectra. */
    private static double distance(double[] a, double[] b, int notes) {
        double product = 0;
        double normA = 1e-9;
        double normB = 1e-9;
        for (int note = 0; note < notes; note++) {
            product += a[note] * b[note];
            normA += a[note] * a[note];
            normB += b[note] * b[note];
        }
        return 1 - product / Math.sqrt(normA * normB);
    }

    private static float[] hann() {
        float[] window = new float[WINDOW_SIZE];
        for (int i = 0; i < WINDOW_SIZE; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW_SIZE));
        }
        return window;
    }

    /** For each bin of the spectrum its place among the semitones, which may lie between two. */
    private static double[] notes() {
        double binHz = (double) Spectrogram.SAMPLE_RATE / DECIMATION / WINDOW_SIZE;
        double[] notes = new double[WINDOW_SIZE / 2];
        Arrays.setAll(notes, bin -> 12 * Math.log(bin * binHz / LOWEST_HZ) / Math.log(2));
        return notes;
    }

    /** Each bin is shared out between the two semitones that it lies between. */
    private static double[] semitones(float[] spectrum, double[] notes) {
        double[] semitones = new double[SEMITONES];
        for (int bin = 1; bin < notes.length; bin++) {
            int below = (int) Math.floor(notes[bin]);
            if (below < -1 || below >= SEMITONES) {
                continue;
            }
            float re = spectrum[2 * bin];
            float im = spectrum[2 * bin + 1];
            double magnitude = Math.sqrt(re * re + im * im);
            double above = notes[bin] - below;
            if (below >= 0) {
                semitones[below] += (1 - above) * magnitude;
            }
            if (below + 1 < SEMITONES) {
                semitones[below + 1] += above * magnitude;
            }
        }
        return semitones;
    }

    private static double[] withoutNoise(double[] notes) {
        double[] sums = new double[SEMITONES + 1];
        double[] logarithms = new double[SEMITONES];
        for (int note = 0; note < SEMITONES; note++) {
            logarithms[note] = Math.log1p(notes[note]);
            sums[note + 1] = sums[note] + logarithms[note];
        }
        double[] tonal = new double[SEMITONES];
        for (int note = 0; note < SEMITONES; note++) {
            int from = Math.max(0, note - NEIGHBOURS);
            int to = Math.min(SEMITONES, note + NEIGHBOURS + 1);
            tonal[note] = Math.max(0, logarithms[note] - (sums[to] - sums[from]) / (to - from));
        }
        return tonal;
    }
}

package dev.beatcut.studio.beat;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * SuperFlux onset strengths, one value a frame. A maximum filter over neighbouring bands keeps vibrato from looking
 * like onsets.
 *
 * @param envelope onsets of all registers together, in local standard deviations
 * @param kick     those below 160 Hz
 * @param mid      those from 160 Hz to 1.5 kHz
 * @param snare    those from 1.5 to 7 kHz
 * @param hat      those above 7 kHz
 * @param rhythmic whether there are onsets at all: noise rises all the time, and a lasting tone never
 */
record Onsets(float[] envelope, float[] kick, float[] mid, float[] snare, float[] hat, boolean rhythmic) {

    private static final int LAG = 2;
    private static final int REACH = 2;
    private static final double LOW_HZ = 160;
    private static final double MID_HZ = 1_500;
    private static final double HIGH_HZ = 7_000;
    /**
     * Deviation of the rise from frame to frame, as a share of its mean, half as large again as that of noise in
     * each register.
     */
    private static final double[] RHYTHMIC = {1.8, 0.6, 0.6, 0.8};

    private static final double AUDIBLE_RISE = 0.005;

    static Onsets of(Spectrogram spectrogram) {
        int low = spectrogram.bandAt(LOW_HZ);
        int mid = spectrogram.bandAt(MID_HZ);
        int high = spectrogram.bandAt(HIGH_HZ);
        float[][] flux = flux(spectrogram, 0, low, mid, high, spectrogram.bands());
        float[] envelope = new float[spectrogram.frames()];
        for (float[] register : flux) {
            add(envelope, LocalLevel.normalise(register));
        }
        return new Onsets(
                LocalLevel.normalise(envelope),
                LocalLevel.normalise(flux[0]),
                LocalLevel.normalise(flux[1]),
                LocalLevel.normalise(flux[2]),
                LocalLevel.normalise(flux[3]),
                IntStream.range(0, flux.length).anyMatch(register -> isRhythmic(flux[register], RHYTHMIC[register])));
    }

    private static boolean isRhythmic(float[] flux, double threshold) {
        double mean = 0;
        double square = 0;
        for (float rise : flux) {
            mean += rise / flux.length;
            square += (double) rise * rise / flux.length;
        }
        return mean > AUDIBLE_RISE && Math.sqrt(square - mean * mean) > threshold * mean;
    }

    /** Onset strength at each of these beats, which may miss their onset by 20 ms. */
    double[] peaks(int[] beats) {
        return peaks(envelope, beats);
    }

    static double[] peaks(float[] onsets, int[] beats) {
        return Arrays.stream(beats)
                .mapToDouble(beat -> {
                    double peak = onsets[beat];
                    for (int i = Math.max(0, beat - REACH); i <= Math.min(onsets.length - 1, beat + REACH); i++) {
                        peak = Math.max(peak, onsets[i]);
                    }
                    return peak;
                })
                .toArray();
    }

    /** Mean rise per band within each register, the registers being given by their edges. */
    private static float[][] flux(Spectrogram spectrogram, int... edges) {
        float[][] flux = new float[edges.length - 1][spectrogram.frames()];
        float[] before = new float[spectrogram.bands()];
        for (int frame = LAG; frame < spectrogram.frames(); frame++) {
            widen(spectrogram.row(frame - LAG), before);
            float[] now = spectrogram.row(frame);
            for (int register = 0; register < flux.length; register++) {
                flux[register][frame] = rise(before, now, edges[register], edges[register + 1]);
            }
        }
        return flux;
    }

    private static void widen(float[] row, float[] widened) {
        int last = row.length - 1;
        widened[0] = Math.max(row[0], row[1]);
        widened[last] = Math.max(row[last - 1], row[last]);
        for (int band = 1; band < last; band++) {
            widened[band] = Math.max(row[band], Math.max(row[band - 1], row[band + 1]));
        }
    }

    private static float rise(float[] before, float[] now, int from, int to) {
        float sum = 0;
        for (int band = from; band < to; band++) {
            sum += Math.max(0, now[band] - before[band]);
        }
        return sum / (to - from);
    }

    private static void add(float[] sum, float[] summand) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += summand[i];
        }
    }
}

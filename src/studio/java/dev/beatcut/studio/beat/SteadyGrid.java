package dev.beatcut.studio.beat;

import java.util.Arrays;

/**
 * The one tempo and phase that meet the most onsets of a whole song: music that was made to a click needs no more, and
 * a pulse that cannot bend cannot slip on to the off-beat where the drums are silent.
 */
final class SteadyGrid {

    /** Share of the tempo that was asked for by which the grid's may differ. */
    private static final double RANGE = 0.04;
    /** Frames by which two neighbouring periods may differ at the far end of the song. */
    private static final double RESOLUTION = 2;
    /** Frames by which a beat may miss its onset. */
    private static final int REACH = 2;

    private SteadyGrid() {}

    /** Evenly spaced frames, about {@code period} apart, that meet the most of the onsets. */
    static int[] frames(double period, float[] envelope) {
        float[] wide = widen(envelope);
        double step = RESOLUTION * period / envelope.length;
        double bestPeriod = period;
        int bestPhase = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (double candidate = period * (1 - RANGE); candidate <= period * (1 + RANGE); candidate += step) {
            for (int phase = 0; phase < candidate; phase++) {
                double mean = mean(wide, candidate, phase);
                if (mean > best) {
                    best = mean;
                    bestPeriod = candidate;
                    bestPhase = phase;
                }
            }
        }
        return frames(bestPeriod, bestPhase, envelope.length);
    }

    private static float[] widen(float[] envelope) {
        float[] wide = new float[envelope.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = envelope[i];
            for (int near = Math.max(0, i - REACH); near <= Math.min(wide.length - 1, i + REACH); near++) {
                wide[i] = Math.max(wide[i], envelope[near]);
            }
        }
        return wide;
    }

    private static double mean(float[] onsets, double period, int phase) {
        float sum = 0;
        int beats = 0;
        for (double at = phase; at < onsets.length; at += period) {
            sum += onsets[(int) at];
            beats++;
        }
        return sum / Math.max(1, beats);
    }

    private static int[] frames(double period, int phase, int end) {
        int[] frames = new int[Math.max(0, (int) Math.ceil((end - phase) / period))];
        Arrays.setAll(frames, beat -> (int) (phase + beat * period));
        return frames;
    }
}

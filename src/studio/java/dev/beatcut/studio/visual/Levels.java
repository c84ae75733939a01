package dev.beatcut.studio.visual;

import dev.beatcut.studio.beat.BandLevels;
import java.util.Arrays;

/**
 * The song's frequency bands as they move a picture: each between its own quiet and its own loud (0 to 1), rising at
 * once and falling slowly. One row every 10 ms.
 */
final class Levels {

    static final int BANDS = 40;
    static final int ROWS_PER_SECOND = BandLevels.ROWS_PER_SECOND;

    private static final double LOWEST_HZ = 40;
    private static final double HIGHEST_HZ = 12_000;
    /**
     * What a band falls back to in 10 ms: little for the third of a second in which another flash might follow
     * (three a second are safe), then fast.
     */
    private static final float HOLD = 0.985f;

    private static final float FALL = 0.945f;
    private static final int HOLD_ROWS = 30;

    private static final float RISE = 0.6f;
    private static final int SOME = 7;
    /** A band that is this share of the loudest band's range or less is only noise. */
    private static final float AUDIBLE = 0.12f;

    /** As heard, without envelope: 0 or more. */
    final float[][] raw;

    /** 0 to 1 */
    final float[][] bands;

    private Levels(float[][] raw, float[][] bands) {
        this.raw = raw;
        this.bands = bands;
    }

    static Levels of(float[] mono) {
        double[] edges = new double[BANDS + 1];
        Arrays.setAll(edges, i -> LOWEST_HZ * Math.pow(HIGHEST_HZ / LOWEST_HZ, (double) i / BANDS));
        float[][] raw = BandLevels.of(mono, edges);
        return new Levels(raw, enveloped(scaled(raw)));
    }

    int rows() {
        return bands.length;
    }

    private static float[][] scaled(float[][] raw) {
        float[][] scaled = new float[raw.length][BANDS];
        float[] quiet = new float[BANDS];
        float[] loud = new float[BANDS];
        for (int band = 0; band < BANDS; band++) {
            float[] sorted = someOf(raw, band);
            quiet[band] = sorted.length == 0 ? 0 : sorted[sorted.length * 15 / 100];
            loud[band] = sorted.length == 0 ? 0 : sorted[sorted.length * 97 / 100];
        }
        float widest = 0;
        for (int band = 0; band < BANDS; band++) {
            widest = Math.max(widest, loud[band] - quiet[band]);
        }
        for (int band = 0; band < BANDS; band++) {
            float range = Math.max(loud[band] - quiet[band], Math.max(AUDIBLE * widest, 1e-6f));
            for (int row = 0; row < raw.length; row++) {
                scaled[row][band] = Math.clamp((raw[row][band] - quiet[band]) / range, 0f, 1f);
            }
        }
        return scaled;
    }

    private static float[] someOf(float[][] raw, int band) {
        float[] values = new float[(raw.length + SOME - 1) / SOME];
        for (int i = 0; i < values.length; i++) {
            values[i] = raw[i * SOME][band];
        }
        Arrays.sort(values);
        return values;
    }

    private static float[][] enveloped(float[][] levels) {
        int[] risen = new int[BANDS];
        for (int row = 1; row < levels.length; row++) {
            for (int band = 0; band < BANDS; band++) {
                float before = levels[row - 1][band];
                float now = levels[row][band];
                risen[band] = now > before ? row : risen[band];
                float fallen = before * (row - risen[band] <= HOLD_ROWS ? HOLD : FALL);
                levels[row][band] = now > before ? before + (now - before) * RISE : Math.max(now, fallen);
            }
        }
        return levels;
    }

    /** Mean of some bands over the whole song, smoothed both ways so that nothing lags. */
    float[] smooth(int from, int to, double seconds) {
        float[] mean = new float[rows()];
        for (int row = 0; row < mean.length; row++) {
            for (int band = from; band < to; band++) {
                mean[row] += bands[row][band] / (to - from);
            }
        }
        float share = (float) Math.min(1, 1 / (seconds * ROWS_PER_SECOND));
        for (int row = 1; row < mean.length; row++) {
            mean[row] = mean[row - 1] + (mean[row] - mean[row - 1]) * share;
        }
        for (int row = mean.length - 2; row >= 0; row--) {
            mean[row] = mean[row + 1] + (mean[row] - mean[row + 1]) * share;
        }
        return mean;
    }

    /** How much the bands rise from 20 ms before, on average. */
    float[] rise(int from, int to) {
        float[] rise = new float[rows()];
        for (int row = 2; row < rise.length; row++) {
            for (int band = from; band < to; band++) {
                rise[row] += Math.max(0, raw[row][band] - raw[row - 2][band]) / (to - from);
            }
        }
        return rise;
    }
}

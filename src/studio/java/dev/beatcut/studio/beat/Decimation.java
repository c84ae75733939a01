package dev.beatcut.studio.beat;

import java.util.Arrays;

/** A song at a fraction of its sample rate, without what lies above 0.8 of half that rate. */
final class Decimation {

    private static final double PASS = 0.8;
    private static final int LOBES = 8;

    private final int factor;
    private final float[] kernel;

    private Decimation(int factor, double gain) {
        this.factor = factor;
        this.kernel = kernel(factor, gain);
    }

    /** Every {@code factor}th sample, {@code gain} times as loud. */
    static float[] of(float[] mono, int factor, double gain) {
        return new Decimation(factor, gain).of(mono);
    }

    private static float[] kernel(int factor, double gain) {
        double[] taps = new double[LOBES * factor];
        for (int i = 0; i < taps.length; i++) {
            double x = (i - (taps.length - 1) / 2.0) / factor;
            double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / taps.length);
            taps[i] = Math.sin(Math.PI * PASS * x) / (Math.PI * x) * hann;
        }
        double total = Arrays.stream(taps).sum();
        float[] kernel = new float[taps.length];
        for (int i = 0; i < taps.length; i++) {
            kernel[i] = (float) (gain * taps[i] / total);
        }
        return kernel;
    }

    private float[] of(float[] mono) {
        float[] low = new float[mono.length / factor];
        for (int i = 0; i < low.length; i++) {
            int start = i * factor - kernel.length / 2;
            boolean inside = start >= 0 && start + kernel.length <= mono.length;
            low[i] = inside ? filtered(mono, start) : filteredAtTheEdge(mono, start);
        }
        return low;
    }

    /** Four sums at a time, since each addition would wait for the one before. */
    private float filtered(float[] mono, int start) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int tap = 0; tap < kernel.length; tap += 4) {
            a += kernel[tap] * mono[start + tap];
            b += kernel[tap + 1] * mono[start + tap + 1];
            c += kernel[tap + 2] * mono[start + tap + 2];
            d += kernel[tap + 3] * mono[start + tap + 3];
        }
        return a + b + (c + d);
    }

    private float filteredAtTheEdge(float[] mono, int start) {
        float sum = 0;
        for (int tap = Math.max(0, -start); tap < Math.min(kernel.length, mono.length - start); tap++) {
            sum += kernel[tap] * mono[start + tap];
        }
        return sum;
    }
}

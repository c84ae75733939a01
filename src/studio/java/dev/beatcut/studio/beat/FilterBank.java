package dev.beatcut.studio.beat;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Overlapping triangular filters on the bins of a spectrum, 24 to the octave (Böck and Widmer, DAFx 2013). */
final class FilterBank {

    private static final int BANDS_PER_OCTAVE = 24;
    private static final double LOWEST_HZ = 30;
    private static final double HIGHEST_HZ = 17_000;

    private final int[] starts;
    private final float[][] weights;
    private final double[] centresHz;

    FilterBank(int windowSize, int sampleRate) {
        double binHz = (double) sampleRate / windowSize;
        int octaveSteps = (int) (BANDS_PER_OCTAVE * Math.log(HIGHEST_HZ / LOWEST_HZ) / Math.log(2));
        // Low filters would be narrower than a bin: those that fall on the same bin are one.
        int[] corners = IntStream.rangeClosed(0, octaveSteps)
                .map(step -> (int) Math.round(LOWEST_HZ * Math.pow(2, (double) step / BANDS_PER_OCTAVE) / binHz))
                .distinct()
                .toArray();
        int bands = corners.length - 2;
        starts = Arrays.copyOfRange(corners, 0, bands);
        weights = new float[bands][];
        centresHz = new double[bands];
        for (int band = 0; band < bands; band++) {
            weights[band] = triangle(corners[band], corners[band + 1], corners[band + 2]);
            centresHz[band] = corners[band + 1] * binHz;
        }
    }

    private static float[] triangle(int start, int centre, int end) {
        float[] weights = new float[end - start];
        for (int bin = start; bin < end; bin++) {
            weights[bin - start] =
                    bin < centre ? (float) (bin - start) / (centre - start) : (float) (end - bin) / (end - centre);
        }
        return weights;
    }

    int size() {
        return weights.length;
    }

    /** How many bins of the spectrum, from the lowest, the filters need. */
    int bins() {
        return starts[starts.length - 1] + weights[weights.length - 1].length;
    }

    /** The first band whose centre lies at or above a frequency; {@link #size()} if none does. */
    int bandAt(double hz) {
        int at = Arrays.binarySearch(centresHz, hz);
        return at < 0 ? -at - 1 : at;
    }

    float[] apply(float[] magnitudes) {
        float[] filtered = new float[weights.length];
        for (int band = 0; band < filtered.length; band++) {
            float[] triangle = weights[band];
            int start = starts[band];
            float sum = 0;
            for (int bin = 0; bin < triangle.length; bin++) {
                sum += triangle[bin] * magnitudes[start + bin];
            }
            filtered[band] = sum;
        }
        return filtered;
    }
}

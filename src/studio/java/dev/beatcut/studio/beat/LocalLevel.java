package dev.beatcut.studio.beat;

/** Measures each frame against the seconds around it, so that a quiet verse counts as much as a loud chorus. */
final class LocalLevel {

    private static final int REACH = 3 * Spectrogram.FRAMES_PER_SECOND;
    private static final double HIGHEST = 4;
    /** Share of the whole song's deviation below which a passage counts as silent, not as quiet. */
    private static final double FLOOR = 0.1;

    private LocalLevel() {}

    /** Deviations from the local mean in local standard deviations, at most 4. */
    static float[] normalise(float[] values) {
        double[] sums = new double[values.length + 1];
        double[] squares = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
            squares[i + 1] = squares[i] + values[i] * values[i];
        }
        double floor = FLOOR * deviation(sums, squares, 0, values.length) + 1e-9;
        float[] normalised = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - REACH);
            int to = Math.min(values.length, i + REACH + 1);
            double mean = (sums[to] - sums[from]) / (to - from);
            double deviation = Math.max(floor, deviation(sums, squares, from, to));
            normalised[i] = (float) Math.min(HIGHEST, (values[i] - mean) / deviation);
        }
        return normalised;
    }

    private static double deviation(double[] sums, double[] squares, int from, int to) {
        int count = Math.max(1, to - from);
        double mean = (sums[to] - sums[from]) / count;
        return Math.sqrt(Math.max(0, (squares[to] - squares[from]) / count - mean * mean));
    }
}

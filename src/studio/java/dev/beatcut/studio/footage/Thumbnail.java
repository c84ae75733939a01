package dev.beatcut.studio.footage;

/** One small frame in planar 4:4:4: luma, then the two chroma planes, a byte each. */
record Thumbnail(byte[] planes) {

    static final int WIDTH = 96;
    static final int HEIGHT = 54;
    static final int PIXELS = WIDTH * HEIGHT;
    static final int BYTES = 3 * PIXELS;
    private static final double[] PLANE_WEIGHT = {0.5, 0.25, 0.25};

    /** Mean absolute difference of the pixels, luma counting twice: 0 the same, 1 black against white. */
    double difference(Thumbnail other) {
        double sum = 0;
        for (int plane = 0; plane < 3; plane++) {
            sum += PLANE_WEIGHT[plane] * difference(other, plane * PIXELS, (plane + 1) * PIXELS);
        }
        return sum / (255.0 * PIXELS);
    }

    private long difference(Thumbnail other, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.abs((planes[i] & 0xff) - (other.planes[i] & 0xff));
        }
        return sum;
    }

    /**
     * How far the colours have to be shifted to become the other frame's (earth mover's distance of the histograms),
     * wherever they are in the picture. A fade moves it evenly, motion inside a shot hardly, a new shot at once.
     */
    double colourDistance(Thumbnail other) {
        double sum = 0;
        for (int plane = 0; plane < 3; plane++) {
            sum += PLANE_WEIGHT[plane] * moved(histogram(plane), other.histogram(plane));
        }
        return sum / (255.0 * PIXELS);
    }

    private int[] histogram(int plane) {
        var counts = new int[256];
        for (int i = plane * PIXELS; i < (plane + 1) * PIXELS; i++) {
            counts[planes[i] & 0xff]++;
        }
        return counts;
    }

    private static long moved(int[] one, int[] other) {
        long sum = 0;
        long carried = 0;
        for (int i = 0; i < one.length; i++) {
            carried += one[i] - other[i];
            sum += Math.abs(carried);
        }
        return sum;
    }

    /** Mean luma, 0 black to 1 white. */
    double brightness() {
        long sum = 0;
        for (int i = 0; i < PIXELS; i++) {
            sum += planes[i] & 0xff;
        }
        return sum / (255.0 * PIXELS);
    }

    /** Standard deviation of luma, 0 for a plain area to 0.5. */
    double contrast() {
        double mean = brightness() * 255;
        double squares = 0;
        for (int i = 0; i < PIXELS; i++) {
            double off = (planes[i] & 0xff) - mean;
            squares += off * off;
        }
        return Math.sqrt(squares / PIXELS) / 255;
    }

    /** Steepest steps between neighbouring pixels (mean of the top hundredth): an edge in focus is steep, a blurred one not. */
    double sharpness() {
        var steps = new int[256];
        for (int y = 1; y < HEIGHT; y++) {
            for (int x = 1; x < WIDTH; x++) {
                int at = y * WIDTH + x;
                int here = planes[at] & 0xff;
                int step = Math.max(
                        Math.abs(here - (planes[at - 1] & 0xff)), Math.abs(here - (planes[at - WIDTH] & 0xff)));
                steps[step]++;
            }
        }
        int wanted = PIXELS / 100;
        int taken = 0;
        long sum = 0;
        for (int step = 255; step >= 0 && taken < wanted; step--) {
            int some = Math.min(steps[step], wanted - taken);
            sum += (long) some * step;
            taken += some;
        }
        return sum / (255.0 * wanted);
    }
}

package dev.beatcut.studio.footage;

/**
 * What moved from one frame to the next.
 *
 * @param energy how much, mean change of all pixels above the noise, 0 to 1
 * @param action where; null when nothing did
 */
record Stir(double energy, Action action) {

    static final Stir NONE = new Stir(0, null);

    /** A grey that changes by less, of 255, is noise of the camera or the codec. */
    private static final int NOISE = 10;

    /** Left out at either end. */
    private static final double STRAGGLERS = 0.1;

    static Stir between(Thumbnail before, Thumbnail after) {
        var columns = new long[Thumbnail.WIDTH];
        var rows = new long[Thumbnail.HEIGHT];
        long sum = 0;
        for (int i = 0; i < Thumbnail.PIXELS; i++) {
            int moved = Math.abs((before.planes()[i] & 0xff) - (after.planes()[i] & 0xff)) - NOISE;
            if (moved > 0) {
                columns[i % Thumbnail.WIDTH] += moved;
                rows[i / Thumbnail.WIDTH] += moved;
                sum += moved;
            }
        }
        return sum == 0 ? NONE : new Stir(sum / (255.0 * Thumbnail.PIXELS), action(columns, rows, sum));
    }

    private static Action action(long[] columns, long[] rows, long sum) {
        return new Action(
                reached(columns, STRAGGLERS * sum),
                reached(columns, (1 - STRAGGLERS) * sum),
                reached(rows, STRAGGLERS * sum),
                reached(rows, (1 - STRAGGLERS) * sum));
    }

    /** How far along the line that much of it lies behind. */
    private static double reached(long[] line, double wanted) {
        double sum = 0;
        int at = 0;
        while (at < line.length - 1 && sum + line[at] < wanted) {
            sum += line[at++];
        }
        return (at + Math.min(1, (wanted - sum) / Math.max(1, line[at]))) / line.length;
    }
}

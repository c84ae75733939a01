package dev.beatcut.studio.visual;

/** What light does to the air around it: the shapes' bloom, near and wide, and the soft lights behind them. */
final class Haze {

    private static final float NEAR = 0.55f;
    private static final float WIDE = 0.9f;

    private final Planes near;
    private final Planes far;
    private final Planes wide;
    private final Blur nearBlur;
    private final Blur wideBlur;
    private final Enlarger enlarger;
    private final float[] row;

    /** Light of the whole air, at the size of {@code near}. */
    final float[][] light;

    /**
     * @param near the shapes at a quarter of the film's size
     * @param far  the soft lights at a sixteenth of it
     */
    Haze(Planes near, Planes far) {
        this.near = near;
        this.far = far;
        this.wide = new Planes(far.width, far.height);
        this.nearBlur = new Blur(near.width, near.height);
        this.wideBlur = new Blur(far.width, far.height);
        this.enlarger = new Enlarger(far.width, far.height, 4);
        this.row = new float[near.width];
        this.light = new float[3][near.width * near.height];
    }

    void form() {
        spread(near.red, far.red, wide.red, light[0]);
        spread(near.green, far.green, wide.green, light[1]);
        spread(near.blue, far.blue, wide.blue, light[2]);
    }

    private void spread(float[] shapes, float[] lights, float[] around, float[] sum) {
        reduce(shapes, around);
        wideBlur.blur(around, Math.max(2, Math.min(far.width, far.height) / 16), 2);
        for (int i = 0; i < around.length; i++) {
            around[i] = around[i] * WIDE + lights[i];
        }
        System.arraycopy(shapes, 0, sum, 0, sum.length);
        nearBlur.blur(sum, Math.max(1, Math.min(near.width, near.height) / 90), 2);
        for (int y = 0; y < near.height; y++) {
            enlarger.row(around, y, row, 0, near.width);
            int start = y * near.width;
            for (int x = 0; x < near.width; x++) {
                sum[start + x] = sum[start + x] * NEAR + row[x];
            }
        }
    }

    /** Means over squares of four by four. */
    private void reduce(float[] large, float[] small) {
        for (int y = 0; y < far.height; y++) {
            for (int x = 0; x < far.width; x++) {
                float sum = 0;
                int count = 0;
                for (int row = 4 * y; row < Math.min(4 * y + 4, near.height); row++) {
                    for (int column = 4 * x; column < Math.min(4 * x + 4, near.width); column++) {
                        sum += large[row * near.width + column];
                        count++;
                    }
                }
                small[y * far.width + x] = sum / count;
            }
        }
    }
}

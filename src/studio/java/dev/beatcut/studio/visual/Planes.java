package dev.beatcut.studio.visual;

import java.util.Arrays;

/** Linear light, red, green and blue apart, and where any has fallen: one bit for 32 pixels of a row. */
final class Planes {

    static final int RUN = 32;
    static final int WIDEST = RUN * Long.SIZE;

    final int width;
    final int height;
    final float[] red;
    final float[] green;
    final float[] blue;
    final long[] touched;

    Planes(int width, int height) {
        if (width > WIDEST) {
            throw new IllegalArgumentException("A picture is at most " + WIDEST + " wide, but was " + width);
        }
        this.width = width;
        this.height = height;
        red = new float[width * height];
        green = new float[width * height];
        blue = new float[width * height];
        touched = new long[height];
    }

    /** Notes that the pixels {@code from} to {@code to} (inclusive) of a row got light. */
    void touch(int row, int from, int to) {
        touched[row] |= -1L << from / RUN & -1L >>> Long.SIZE - 1 - to / RUN;
    }

    void clear() {
        for (int row = 0; row < height; row++) {
            for (long left = touched[row]; left != 0; left &= left - 1) {
                int from = row * width + Long.numberOfTrailingZeros(left) * RUN;
                int to = Math.min(from + RUN, (row + 1) * width);
                Arrays.fill(red, from, to, 0);
                Arrays.fill(green, from, to, 0);
                Arrays.fill(blue, from, to, 0);
            }
            touched[row] = 0;
        }
    }
}

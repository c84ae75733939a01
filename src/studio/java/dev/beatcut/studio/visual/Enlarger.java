package dev.beatcut.studio.visual;

/** Reads the rows of a small plane at two or four times its size, bilinearly, pixel centres on pixel centres. */
final class Enlarger {

    private final int width;
    private final int height;
    private final int factor;
    private final float[] between;

    /** @param factor 2 or 4 */
    Enlarger(int width, int height, int factor) {
        this.width = width;
        this.height = height;
        this.factor = factor;
        this.between = new float[width + 2];
    }

    /** Puts pixels {@code from} to {@code to} of the large picture's row, and perhaps some around them, into {@code out}. */
    void row(float[] plane, int row, float[] out, int from, int to) {
        float at = (row + 0.5f) / factor - 0.5f;
        int above = (int) Math.floor(at);
        float share = at - above;
        int one = Math.clamp(above, 0, height - 1) * width;
        int other = Math.clamp(above + 1, 0, height - 1) * width;
        int first = Math.max(0, from / factor - 1);
        int last = Math.min(width, to / factor + 2);
        for (int i = first; i < last; i++) {
            between[i + 1] = plane[one + i] + (plane[other + i] - plane[one + i]) * share;
        }
        between[0] = between[1];
        between[width + 1] = between[width];
        int whole = Math.min(out.length, to) / factor;
        if (factor == 4) {
            four(out, from / 4, whole);
        } else {
            two(out, from / 2, whole);
        }
        for (int i = whole * factor; i < Math.min(out.length, to); i++) {
            out[i] = between[Math.min(whole, width - 1) + 1];
        }
    }

    private void four(float[] out, int from, int to) {
        for (int i = from, at = 4 * from; i < to; i++, at += 4) {
            float left = between[i];
            float here = between[i + 1];
            float right = between[i + 2];
            out[at] = here + (left - here) * 0.375f;
            out[at + 1] = here + (left - here) * 0.125f;
            out[at + 2] = here + (right - here) * 0.125f;
            out[at + 3] = here + (right - here) * 0.375f;
        }
    }

    private void two(float[] out, int from, int to) {
        for (int i = from, at = 2 * from; i < to; i++, at += 2) {
            float here = between[i + 1];
            out[at] = here + (between[i] - here) * 0.25f;
            out[at + 1] = here + (between[i + 2] - here) * 0.25f;
        }
    }
}

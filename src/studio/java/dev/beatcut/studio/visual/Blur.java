package dev.beatcut.studio.visual;

/** Box blur; three in a row are close to a Gaussian. The border goes on beyond the edge. */
final class Blur {

    private final int width;
    private final int height;
    private final float[] row;
    private final float[] sums;
    private final float[] other;

    Blur(int width, int height) {
        this.width = width;
        this.height = height;
        this.row = new float[width];
        this.sums = new float[width];
        this.other = new float[width * height];
    }

    void blur(float[] plane, int radius, int times) {
        for (int i = 0; i < times; i++) {
            across(plane, radius);
            down(plane, radius);
        }
    }

    private void across(float[] plane, int radius) {
        float share = 1f / (2 * radius + 1);
        for (int start = 0; start < plane.length; start += width) {
            System.arraycopy(plane, start, row, 0, width);
            float sum = row[0] * (radius + 1);
            for (int i = 1; i <= radius; i++) {
                sum += row[Math.min(i, width - 1)];
            }
            for (int i = 0; i < width; i++) {
                plane[start + i] = sum * share;
                sum += row[Math.min(i + radius + 1, width - 1)] - row[Math.max(i - radius, 0)];
            }
        }
    }

    private void down(float[] plane, int radius) {
        System.arraycopy(plane, 0, other, 0, plane.length);
        for (int i = 0; i < width; i++) {
            sums[i] = other[i] * (radius + 1);
        }
        for (int y = 1; y <= radius; y++) {
            change(other, Math.min(y, height - 1), -1);
        }
        float share = 1f / (2 * radius + 1);
        for (int y = 0; y < height; y++) {
            int start = y * width;
            for (int i = 0; i < width; i++) {
                plane[start + i] = sums[i] * share;
            }
            change(other, Math.min(y + radius + 1, height - 1), Math.max(y - radius, 0));
        }
    }

    private void change(float[] from, int enters, int leaves) {
        int in = enters * width;
        for (int i = 0; i < width; i++) {
            sums[i] += from[in + i];
        }
        int out = leaves * width;
        for (int i = 0; leaves >= 0 && i < width; i++) {
            sums[i] -= from[out + i];
        }
    }
}

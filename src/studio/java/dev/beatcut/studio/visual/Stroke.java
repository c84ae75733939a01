package dev.beatcut.studio.visual;

/** A curve as pieces that meet on the planes that halve its bends. */
final class Stroke {

    private final float[] points;
    private final boolean closed;
    private final float[] turns;

    /** @param points x, y, x, y and so on, in pixels */
    Stroke(float[] points, boolean closed) {
        this.points = points;
        this.closed = closed;
        this.turns = new float[points.length];
        int count = points.length / 2;
        for (int i = 0; i < count; i++) {
            turn(i, closed ? (i + count - 1) % count : Math.max(0, i - 1), i);
            turn(i, i, closed ? (i + 1) % count : Math.min(count - 1, i + 1));
        }
    }

    /** Adds the direction from one point to another to the plane at {@code at}. */
    private void turn(int at, int from, int to) {
        float dx = points[2 * to] - points[2 * from];
        float dy = points[2 * to + 1] - points[2 * from + 1];
        float length = (float) Math.max(1e-6, Math.hypot(dx, dy));
        turns[2 * at] += dx / length;
        turns[2 * at + 1] += dy / length;
    }

    void draw(Pen pen, float scale, float half, Curve curve) {
        int count = points.length / 2;
        var planes = new float[4];
        for (int i = 0; i < (closed ? count : count - 1); i++) {
            int next = (i + 1) % count;
            var light = curve.light(i);
            if (!light.isDark()) {
                System.arraycopy(turns, 2 * i, planes, 0, 2);
                System.arraycopy(turns, 2 * next, planes, 2, 2);
                pen.piece(
                        points[2 * i] * scale,
                        points[2 * i + 1] * scale,
                        points[2 * next] * scale,
                        points[2 * next + 1] * scale,
                        planes,
                        half * scale,
                        light);
            }
        }
    }
}

package dev.beatcut.studio.visual;

/** The points of a curve and the light of each piece between two of them. */
final class Curve {

    private final float[] xs;
    private final float[] ys;
    private final Light[] lights;
    private final boolean closed;
    private int size;

    Curve(int most, boolean closed) {
        this.xs = new float[most];
        this.ys = new float[most];
        this.lights = new Light[most];
        this.closed = closed;
    }

    /** @param light of the piece that begins here */
    void add(double x, double y, Light light) {
        xs[size] = (float) x;
        ys[size] = (float) y;
        lights[size++] = light;
    }

    int size() {
        return size;
    }

    boolean isClosed() {
        return closed;
    }

    float x(int point) {
        return xs[point];
    }

    float y(int point) {
        return ys[point];
    }

    Light light(int point) {
        return lights[point];
    }
}

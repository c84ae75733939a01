package dev.beatcut.studio.visual;

/**
 * Where a scene is drawn. Half the film's shorter side is 1, the middle is 0, 0, and y grows downward; a view may turn,
 * move and enlarge all of it. Light adds up: what is drawn over another shape shines through it.
 */
final class Stage {

    private final Planes shapes;
    private final Planes near;
    private final Planes far;
    private final Pen sharp;
    private final Pen soft;
    private final Pen air;
    private final Haze haze;
    private final Print print;
    private final float unit;
    private View view = View.WIDE;
    private float cos = 1;
    private float sin;

    /** @param width even, and so {@code height} */
    Stage(int width, int height) {
        shapes = new Planes(width, height);
        near = new Planes((width + 3) / 4, (height + 3) / 4);
        far = new Planes((near.width + 3) / 4, (near.height + 3) / 4);
        sharp = new Pen(shapes);
        soft = new Pen(near);
        air = new Pen(far);
        haze = new Haze(near, far);
        print = new Print(shapes, haze.light, near.width, near.height);
        unit = Math.min(width, height) / 2f;
    }

    /** Empties the stage; from here on, all is seen as {@code view} says. */
    void open(View view) {
        shapes.clear();
        near.clear();
        far.clear();
        this.view = view;
        cos = (float) Math.cos(view.turn());
        sin = (float) Math.sin(view.turn());
    }

    /** What was drawn, as a frame of raw yuv420p. */
    void print(byte[] frame) {
        haze.form();
        print.onto(frame);
    }

    /** Half the width of what the film shows, without the view. */
    float wide() {
        return shapes.width / 2f / unit;
    }

    float high() {
        return shapes.height / 2f / unit;
    }

    void dot(double x, double y, double radius, Light light) {
        ring(x, y, radius, 0, light);
    }

    /** From {@code inner} to {@code radius}. */
    void ring(double x, double y, double radius, double inner, Light light) {
        if (light.isDark() || radius <= 0) {
            return;
        }
        float px = x(x, y);
        float py = y(x, y);
        sharp.disc(px, py, size(radius), size(inner), light);
        soft.disc(px / 4, py / 4, size(radius) / 4, size(inner) / 4, light);
    }

    /** A line with round ends. */
    void line(double x0, double y0, double x1, double y1, double width, Light light) {
        if (light.isDark()) {
            return;
        }
        float ax = x(x0, y0);
        float ay = y(x0, y0);
        float bx = x(x1, y1);
        float by = y(x1, y1);
        sharp.line(ax, ay, bx, by, size(width) / 2, light);
        soft.line(ax / 4, ay / 4, bx / 4, by / 4, size(width) / 8, light);
    }

    /** A convex polygon, its corners clockwise: x, y, x, y and so on. */
    void fill(Light light, double... corners) {
        float[] large = new float[corners.length];
        float[] small = new float[corners.length];
        for (int i = 0; i < corners.length; i += 2) {
            large[i] = x(corners[i], corners[i + 1]);
            large[i + 1] = y(corners[i], corners[i + 1]);
            small[i] = large[i] / 4;
            small[i + 1] = large[i + 1] / 4;
        }
        sharp.fill(large, light);
        soft.fill(small, light);
    }

    /** A curve without seams, for lines that are thin beside their bends. */
    void stroke(Curve curve, double width) {
        float[] points = new float[2 * curve.size()];
        for (int i = 0; i < curve.size(); i++) {
            points[2 * i] = x(curve.x(i), curve.y(i));
            points[2 * i + 1] = y(curve.x(i), curve.y(i));
        }
        float half = size(width) / 2;
        new Stroke(points, curve.isClosed()).draw(sharp, 1, half, curve);
        new Stroke(points, curve.isClosed()).draw(soft, 0.25f, half, curve);
    }

    /** A soft ball of light in the air. */
    void glow(double x, double y, double radius, Light light) {
        air.glow(x(x, y) / 16, y(x, y) / 16, size(radius) / 16, light);
    }

    /** A soft light that stays where it is on the screen, whatever the view. */
    void lamp(double x, double y, double radius, Light light) {
        float px = shapes.width / 2f + unit * (float) x;
        float py = shapes.height / 2f + unit * (float) y;
        air.glow(px / 16, py / 16, (float) radius * unit / 16, light);
    }

    /** Light everywhere, whatever the view. */
    void ambient(Light light) {
        for (int row = 0; row < far.height; row++) {
            far.touch(row, 0, far.width - 1);
            for (int at = row * far.width; at < (row + 1) * far.width; at++) {
                far.red[at] += light.red();
                far.green[at] += light.green();
                far.blue[at] += light.blue();
            }
        }
    }

    private float size(double length) {
        return (float) (length * view.zoom() * unit);
    }

    private float x(double x, double y) {
        return shapes.width / 2f * (float) (1 + view.x()) + unit * (float) (view.zoom() * (cos * x - sin * y));
    }

    private float y(double x, double y) {
        return shapes.height / 2f * (float) (1 + view.y()) + unit * (float) (view.zoom() * (sin * x + cos * y));
    }
}

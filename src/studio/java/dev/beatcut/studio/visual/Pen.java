package dev.beatcut.studio.visual;

/**
 * Adds light to planes in the shape of dots, rings, lines and polygons, in pixels, with edges that are smooth to a
 * fraction of a pixel: how much of a pixel is covered follows its centre's distance from the edge.
 */
final class Pen {

    private static final float FLAT = 1e-6f;

    private final Planes planes;

    Pen(Planes planes) {
        this.planes = planes;
    }

    /** A disc; of a ring's {@code inner} radius on, where that is above 0. */
    void disc(float x, float y, float radius, float inner, Light light) {
        float reach = radius + 0.5f;
        float hole = inner - 0.5f;
        // A disc smaller than a pixel is as bright as its share of it.
        float most = Math.min(1, (inner > 0 ? radius - inner : 2 * radius) * (inner > 0 ? 1 : Math.min(1, 2 * radius)));
        int last = Math.min(planes.height - 1, (int) Math.floor(y + reach));
        for (int row = Math.max(0, (int) Math.ceil(y - reach - 1)); row <= last; row++) {
            float dy = row + 0.5f - y;
            float chord = reach * reach - dy * dy;
            if (chord > 0) {
                float half = (float) Math.sqrt(chord);
                float gap = hole * hole - dy * dy;
                if (hole > 0 && gap > 1) {
                    float empty = (float) Math.sqrt(gap);
                    arc(row, x - half, x - empty, x, dy, reach, hole, most, light);
                    arc(row, x + empty, x + half, x, dy, reach, hole, most, light);
                } else {
                    arc(row, x - half, x + half, x, dy, reach, hole, most, light);
                }
            }
        }
    }

    private void arc(
            int row, float left, float right, float x, float dy, float reach, float hole, float most, Light light) {
        int from = Math.max(0, (int) Math.floor(left));
        int to = Math.min(planes.width - 1, (int) Math.floor(right));
        if (from > to) {
            return;
        }
        planes.touch(row, from, to);
        for (int column = from, at = row * planes.width + from; column <= to; column++, at++) {
            float dx = column + 0.5f - x;
            float distance = (float) Math.sqrt(dx * dx + dy * dy);
            float cover = Math.min(most, Math.min(reach - distance, distance - hole));
            add(at, Math.max(0, cover), light);
        }
    }

    /** A line with round ends. */
    void line(float x0, float y0, float x1, float y1, float half, Light light) {
        float dx = x1 - x0;
        float dy = y1 - y0;
        float square = Math.max(FLAT, dx * dx + dy * dy);
        float reach = half + 0.5f;
        float most = Math.min(1, 2 * half);
        int last = Math.min(planes.height - 1, (int) Math.floor(Math.max(y0, y1) + reach));
        var span = new Span();
        float length = (float) Math.sqrt(square);
        for (int row = Math.max(0, (int) Math.floor(Math.min(y0, y1) - reach)); row <= last; row++) {
            float py = row + 0.5f - y0;
            span.set(Math.min(x0, x1) - reach, Math.max(x0, x1) + reach, planes.width);
            span.within(-dy / length, (0.5f - x0) * -dy / length + py * dx / length, reach);
            if (span.isEmpty()) {
                continue;
            }
            planes.touch(row, span.from, span.to);
            for (int column = span.from, at = row * planes.width + column; column <= span.to; column++, at++) {
                float px = column + 0.5f - x0;
                float along = Math.clamp((px * dx + py * dy) / square, 0f, 1f);
                float ox = px - along * dx;
                float oy = py - along * dy;
                float cover = Math.min(most, reach - (float) Math.sqrt(ox * ox + oy * oy));
                add(at, Math.max(0, cover), light);
            }
        }
    }

    /**
     * A piece of a longer stroke: from the plane through its start to the one through its end, each pixel in one piece
     * only, so that pieces that follow one another are seamless.
     *
     * @param turn the directions of the planes at start and end: x, y, x, y
     */
    void piece(float x0, float y0, float x1, float y1, float[] turn, float half, Light light) {
        float length = (float) Math.max(FLAT, Math.hypot(x1 - x0, y1 - y0));
        float nx = -(y1 - y0) / length;
        float ny = (x1 - x0) / length;
        float reach = half + 0.5f;
        float most = Math.min(1, 2 * half);
        float around = 2.1f * reach;
        int last = Math.min(planes.height - 1, (int) Math.floor(Math.max(y0, y1) + around));
        var span = new Span();
        for (int row = Math.max(0, (int) Math.floor(Math.min(y0, y1) - around)); row <= last; row++) {
            float base = nx * (0.5f - x0) + ny * (row + 0.5f - y0);
            span.set(Math.min(x0, x1) - around, Math.max(x0, x1) + around, planes.width);
            span.within(nx, base, reach);
            span.notBefore(turn[0], turn[0] * (0.5f - x0) + turn[1] * (row + 0.5f - y0));
            span.before(turn[2], turn[2] * (0.5f - x1) + turn[3] * (row + 0.5f - y1));
            if (span.isEmpty()) {
                continue;
            }
            planes.touch(row, span.from, span.to);
            for (int column = span.from, at = row * planes.width + column; column <= span.to; column++, at++) {
                float cover = Math.min(most, reach - Math.abs(base + nx * column));
                add(at, Math.max(0, cover), light);
            }
        }
    }

    /** A convex polygon, its corners clockwise on the screen; {@code corners} are x, y, x, y and so on. */
    void fill(float[] corners, Light light) {
        int count = corners.length / 2;
        float top = Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            top = Math.min(top, corners[2 * i + 1]);
            bottom = Math.max(bottom, corners[2 * i + 1]);
        }
        var edges = edges(corners);
        var span = new Span();
        int last = Math.min(planes.height - 1, (int) Math.floor(bottom + 0.5f));
        for (int row = Math.max(0, (int) Math.floor(top - 0.5f)); row <= last; row++) {
            span.set(0, planes.width - 1, planes.width);
            for (int i = 0; i < count; i++) {
                span.notBefore(edges[3 * i], edges[3 * i + 2] + edges[3 * i + 1] * row + 0.5f);
            }
            if (!span.isEmpty()) {
                planes.touch(row, span.from, span.to);
                fill(row, span, edges, light);
            }
        }
    }

    private void fill(int row, Span span, float[] edges, Light light) {
        for (int column = span.from, at = row * planes.width + column; column <= span.to; column++, at++) {
            float cover = 1;
            for (int i = 0; i < edges.length; i += 3) {
                cover = Math.min(cover, edges[i] * column + edges[i + 1] * row + edges[i + 2] + 0.5f);
            }
            add(at, Math.max(0, cover), light);
        }
    }

    /** Of each edge: what its distance, positive inside, grows by with the column and the row, and its start. */
    private static float[] edges(float[] corners) {
        int count = corners.length / 2;
        float[] edges = new float[3 * count];
        for (int i = 0; i < count; i++) {
            int next = (i + 1) % count;
            float dx = corners[2 * next] - corners[2 * i];
            float dy = corners[2 * next + 1] - corners[2 * i + 1];
            float length = (float) Math.max(FLAT, Math.hypot(dx, dy));
            edges[3 * i] = -dy / length;
            edges[3 * i + 1] = dx / length;
            edges[3 * i + 2] = edges[3 * i] * (0.5f - corners[2 * i]) + edges[3 * i + 1] * (0.5f - corners[2 * i + 1]);
        }
        return edges;
    }

    /** A soft ball of light, brightest in its middle, gone at its radius. */
    void glow(float x, float y, float radius, Light light) {
        int last = Math.min(planes.height - 1, (int) Math.floor(y + radius));
        for (int row = Math.max(0, (int) Math.floor(y - radius)); row <= last; row++) {
            float dy = (row + 0.5f - y) / radius;
            float chord = 1 - dy * dy;
            if (chord <= 0) {
                continue;
            }
            float half = radius * (float) Math.sqrt(chord);
            int from = Math.max(0, (int) Math.floor(x - half));
            int to = Math.min(planes.width - 1, (int) Math.floor(x + half));
            if (from > to) {
                continue;
            }
            planes.touch(row, from, to);
            for (int column = from, at = row * planes.width + from; column <= to; column++, at++) {
                float dx = (column + 0.5f - x) / radius;
                float near = Math.max(0, chord - dx * dx);
                add(at, near * near, light);
            }
        }
    }

    private void add(int at, float cover, Light light) {
        planes.red[at] += cover * light.red();
        planes.green[at] += cover * light.green();
        planes.blue[at] += cover * light.blue();
    }

    /** The pixels of a row that lie within some straight borders. */
    private static final class Span {

        private int from;
        private int to;

        void set(float left, float right, int width) {
            from = Math.max(0, (int) Math.floor(left));
            to = Math.min(width - 1, (int) Math.floor(right));
        }

        boolean isEmpty() {
            return from > to;
        }

        /** Where {@code slope * column + start} is at most {@code reach} from 0. */
        void within(float slope, float start, float reach) {
            notBefore(slope, start + reach);
            notBefore(-slope, reach - start);
        }

        /** Where {@code slope * column + start} is 0 or more. */
        void notBefore(float slope, float start) {
            if (slope > FLAT) {
                from = Math.max(from, (int) Math.ceil(-start / slope));
            } else if (slope < -FLAT) {
                to = Math.min(to, (int) Math.floor(-start / slope));
            } else if (start < 0) {
                to = -1;
            }
        }

        /** Where {@code slope * column + start} is below 0. */
        void before(float slope, float start) {
            if (slope > FLAT) {
                to = Math.min(to, (int) Math.ceil(-start / slope) - 1);
            } else if (slope < -FLAT) {
                from = Math.max(from, (int) Math.floor(-start / slope) + 1);
            } else if (start >= 0) {
                to = -1;
            }
        }
    }
}

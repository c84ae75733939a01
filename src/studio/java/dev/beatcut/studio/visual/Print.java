package dev.beatcut.studio.visual;

/**
 * From light to a picture: bright light saturates as it does on film (x / (1 + x)), and what is left goes to BT.709,
 * 4:2:0, 8 bits in limited range, with a fine pattern in place of bands. Where no shape is, the haze alone is printed
 * small and enlarged.
 */
final class Print {

    private static final int NOISE = 64;
    private static final float WHITE = 1.06f;
    private static final float CONTRAST = 0.9f;

    private final Planes shapes;
    private final float[][] haze;
    private final int hazeWidth;
    private final int hazeHeight;
    private final Enlarger air;
    private final Enlarger chroma;
    private final Row upper;
    private final Row lower;
    private final float[][] small;
    private final float[] line;
    private final float[] halfLine;
    private final float[][] noise;

    /** @param haze at a quarter of the size of {@code shapes} */
    Print(Planes shapes, float[][] haze, int hazeWidth, int hazeHeight) {
        this.shapes = shapes;
        this.haze = haze;
        this.hazeWidth = hazeWidth;
        this.hazeHeight = hazeHeight;
        this.air = new Enlarger(hazeWidth, hazeHeight, 4);
        this.chroma = new Enlarger(hazeWidth, hazeHeight, 2);
        this.upper = new Row();
        this.lower = new Row();
        this.small = new float[3][hazeWidth * hazeHeight];
        this.line = new float[shapes.width];
        this.halfLine = new float[shapes.width / 2];
        this.noise = noise(shapes.width);
    }

    /** Interleaved gradient noise (Jimenez 2014), 0 to 1: even over every few neighbours. */
    private static float[][] noise(int width) {
        float[][] noise = new float[NOISE][width];
        for (int y = 0; y < NOISE; y++) {
            for (int x = 0; x < width; x++) {
                double inner = 0.06711056 * x + 0.00583715 * y;
                double outer = 52.9829189 * (inner - Math.floor(inner));
                noise[y][x] = (float) (outer - Math.floor(outer));
            }
        }
        return noise;
    }

    /** @param frame planes Y, U and V one after another, {@code width * height * 3 / 2} bytes */
    void onto(byte[] frame) {
        printSmall();
        int pixels = shapes.width * shapes.height;
        for (int y = 0; y < shapes.height; y += 2) {
            haze(y, frame);
            haze(y + 1, frame);
            tint(1, y / 2, frame, pixels);
            tint(2, y / 2, frame, pixels + pixels / 4);
            long runs = shapes.touched[y] | shapes.touched[y + 1];
            if (runs != 0) {
                shapes(y, runs, frame);
            }
        }
    }

    private void printSmall() {
        for (int i = 0; i < small[0].length; i++) {
            float r = exposed(haze[0][i]);
            float g = exposed(haze[1][i]);
            float b = exposed(haze[2][i]);
            float y = 0.2126f * r + 0.7152f * g + 0.0722f * b;
            small[0][i] = 16 + 219 * y;
            small[1][i] = 128 + 224 / 1.8556f * (b - y);
            small[2][i] = 128 + 224 / 1.5748f * (r - y);
        }
    }

    /** A little above 1 at most, which still fits into the byte; steeper in the middle, for contrast. */
    private static float exposed(float light) {
        float shown = (float) Math.sqrt(WHITE * light / (1 + light));
        return shown + CONTRAST * shown * (shown - 0.42f) * (WHITE - shown);
    }

    private void haze(int row, byte[] frame) {
        air.row(small[0], row, line, 0, line.length);
        put(line, noise[row % NOISE], frame, row * shapes.width, 0, line.length);
    }

    private void tint(int plane, int row, byte[] frame, int start) {
        chroma.row(small[plane], row, halfLine, 0, halfLine.length);
        put(halfLine, noise[(row + plane * 21) % NOISE], frame, start + row * halfLine.length, 0, halfLine.length);
    }

    private static void put(float[] values, float[] noise, byte[] frame, int start, int from, int to) {
        for (int i = from; i < to; i++) {
            frame[start + i] = (byte) (int) (values[i] + noise[i]);
        }
    }

    /** Two rows of pixels, which share their tint. */
    private void shapes(int y, long runs, byte[] frame) {
        for (long left = runs; left != 0; ) {
            int first = Long.numberOfTrailingZeros(left);
            int count = Long.numberOfTrailingZeros(~(left >>> first));
            int from = first * Planes.RUN;
            int to = Math.min(from + count * Planes.RUN, shapes.width);
            upper.expose(y, from, to, frame);
            lower.expose(y + 1, from, to, frame);
            tint(y / 2, from / 2, to / 2, frame);
            left &= count == Long.SIZE ? 0 : -1L << first + count;
        }
    }

    private void tint(int row, int from, int to, byte[] frame) {
        int pixels = shapes.width * shapes.height;
        int at = pixels + row * (shapes.width / 2);
        for (int i = from; i < to; i++) {
            float blue = upper.blue[2 * i] + upper.blue[2 * i + 1] + lower.blue[2 * i] + lower.blue[2 * i + 1];
            float red = upper.red[2 * i] + upper.red[2 * i + 1] + lower.red[2 * i] + lower.red[2 * i + 1];
            frame[at + i] = (byte) (int) (128.5f + 224 / 1.8556f / 4 * blue);
            frame[at + pixels / 4 + i] = (byte) (int) (128.5f + 224 / 1.5748f / 4 * red);
        }
    }

    /** One row of pixels. All its arrays have one index, so that the compiler may take many pixels at once. */
    private final class Row {

        private final float[] red = new float[shapes.width];
        private final float[] green = new float[shapes.width];
        private final float[] blue = new float[shapes.width];
        private final float[] airRed = new float[shapes.width];
        private final float[] airGreen = new float[shapes.width];
        private final float[] airBlue = new float[shapes.width];
        private final float[] brightness = new float[shapes.width];

        /** Leaves the differences of red and blue from the brightness in their arrays. */
        void expose(int row, int from, int to, byte[] frame) {
            int start = row * shapes.width;
            load(shapes.red, start, haze[0], row, red, airRed, from, to);
            load(shapes.green, start, haze[1], row, green, airGreen, from, to);
            load(shapes.blue, start, haze[2], row, blue, airBlue, from, to);
            develop(red, airRed, from, to);
            develop(green, airGreen, from, to);
            develop(blue, airBlue, from, to);
            differ(red, green, blue, brightness, from, to);
            put(brightness, noise[row % NOISE], frame, start, from, to);
        }

        private void load(
                float[] light, int start, float[] haze, int row, float[] shape, float[] behind, int from, int to) {
            System.arraycopy(light, start + from, shape, from, to - from);
            air.row(haze, row, behind, from, to);
        }

        private static void develop(float[] light, float[] behind, int from, int to) {
            for (int i = from; i < to; i++) {
                light[i] = exposed(light[i] + behind[i]);
            }
        }

        private static void differ(float[] red, float[] green, float[] blue, float[] brightness, int from, int to) {
            for (int i = from; i < to; i++) {
                float y = 0.2126f * red[i] + 0.7152f * green[i] + 0.0722f * blue[i];
                brightness[i] = 16 + 219 * y;
                red[i] -= y;
                blue[i] -= y;
            }
        }
    }
}

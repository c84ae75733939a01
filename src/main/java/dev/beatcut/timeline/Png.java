package dev.beatcut.timeline;

import dev.beatcut.timeline.Picture.Mark;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Marks as a PNG (ISO/IEC 15948), painted and packed without AWT, which no native image has. */
final class Png {

    private static final int SCALE = 2;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final int width;
    private final int height;
    private final int[] pixels;

    private Png(Mark paper) {
        width = (int) Math.ceil(paper.width() * SCALE);
        height = (int) Math.ceil(paper.height() * SCALE);
        pixels = new int[width * height];
    }

    static byte[] of(List<Mark> marks) {
        var png = new Png(marks.getFirst());
        marks.forEach(png::paint);
        return png.packed();
    }

    private void paint(Mark mark) {
        if (mark.text() == null) {
            box(mark.ink().rgb, mark.x() * SCALE, mark.y() * SCALE, mark.width() * SCALE, mark.height() * SCALE);
        } else {
            text(mark);
        }
    }

    private void box(int rgb, double x, double y, double wide, double high) {
        int right = (int) Math.min(width, Math.max(Math.round(x) + 1, Math.round(x + wide)));
        int low = (int) Math.min(height, Math.max(Math.round(y) + 1, Math.round(y + high)));
        for (int row = (int) Math.max(0, Math.round(y)); row < low; row++) {
            for (int column = (int) Math.max(0, Math.round(x)); column < right; column++) {
                pixels[row * width + column] = rgb;
            }
        }
    }

    /** In dots of two pixels, of three for what is bold; cut off where it does not fit. */
    private void text(Mark mark) {
        var shown = Letters.shown(mark.text());
        int dot = mark.ink().isBold() ? 3 : 2;
        int fits = (int) (mark.width() * SCALE / (Letters.WIDTH * dot));
        for (int i = 0; i < Math.min(fits, shown.length()); i++) {
            for (int row = 0; row < Letters.HEIGHT; row++) {
                for (int column = 0; column < Letters.WIDTH; column++) {
                    if (Letters.isSet(shown.charAt(i), column, row)) {
                        double x = mark.x() * SCALE + (i * Letters.WIDTH + column) * dot;
                        box(mark.ink().rgb, x, mark.y() * SCALE - (Letters.HEIGHT - row) * dot, dot, dot);
                    }
                }
            }
        }
    }

    private byte[] packed() {
        try {
            var out = new ByteArrayOutputStream();
            out.write(SIGNATURE);
            var head = new ByteArrayOutputStream();
            var numbers = new DataOutputStream(head);
            numbers.writeInt(width);
            numbers.writeInt(height);
            numbers.write(new byte[] {8, 2, 0, 0, 0});
            chunk(out, "IHDR", head.toByteArray());
            chunk(out, "IDAT", rows());
            chunk(out, "IEND", new byte[0]);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] rows() throws IOException {
        var data = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(data)) {
            byte[] row = new byte[1 + 3 * width];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int rgb = pixels[y * width + x];
                    row[3 * x + 1] = (byte) (rgb >> 16);
                    row[3 * x + 2] = (byte) (rgb >> 8);
                    row[3 * x + 3] = (byte) rgb;
                }
                deflated.write(row);
            }
        }
        return data.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        var numbers = new DataOutputStream(out);
        numbers.writeInt(data.length);
        numbers.write(name);
        numbers.write(data);
        numbers.writeInt((int) checksum.getValue());
    }
}

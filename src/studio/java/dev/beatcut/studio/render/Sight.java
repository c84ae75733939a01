package dev.beatcut.studio.render;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is seen in the decoded frames of a chunk.
 *
 * @param first its first frame, {@link #SIDE} times {@link #SIDE} grey pixels
 * @param changes mean change, in grey levels, from the frame before; 0 for the first
 * @param shapes how unlike the frame before it is whatever its light, 0 the same to 2; 0 for the first
 * @param interest how much there is to see in each frame, see {@link #interest(byte[])}
 */
record Sight(byte[] first, byte[] last, double[] changes, double[] shapes, double[] interest) {

    static final int SIDE = 72;

    /** Two plain areas, but for noise, are like one another. */
    private static final double FLAT = 1;

    /** Reads as many frames from a pipe. */
    static Sight read(InputStream in, int frames) throws IOException {
        var changes = new double[frames];
        var shapes = new double[frames];
        var interest = new double[frames];
        byte[] first = null;
        byte[] before = null;
        for (int n = 0; n < frames; n++) {
            var frame = in.readNBytes(SIDE * SIDE);
            if (frame.length < SIDE * SIDE) {
                throw new IOException("Frame " + n + " of " + frames + " cannot be decoded");
            }
            first = n == 0 ? frame : first;
            changes[n] = n == 0 ? 0 : difference(before, frame);
            shapes[n] = n == 0 ? 0 : unlikeness(before, frame);
            interest[n] = interest(frame);
            before = frame;
        }
        return new Sight(first, before, changes, shapes, interest);
    }

    /** One less the correlation of their pixels: a picture that only gets lighter stays what it is. */
    static double unlikeness(byte[] one, byte[] other) {
        double n = one.length;
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int i = 0; i < one.length; i++) {
            int x = one[i] & 0xFF;
            int y = other[i] & 0xFF;
            a += x;
            b += y;
            aa += x * x;
            bb += y * y;
            ab += x * y;
        }
        double power = (aa / n - a / n * a / n) * (bb / n - b / n * b / n);
        return power < FLAT ? 0 : 1 - (ab / n - a / n * b / n) / Math.sqrt(power);
    }

    static double difference(byte[] one, byte[] other) {
        long sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((one[i] & 0xFF) - (other[i] & 0xFF));
        }
        return (double) sum / one.length;
    }

    /** Detail (mean step between neighbours), less where the whole is dark or washed out. */
    private static double interest(byte[] frame) {
        long steps = 0;
        long light = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 1; x < SIDE; x++) {
                int at = y * SIDE + x;
                steps += Math.abs((frame[at] & 0xFF) - (frame[at - 1] & 0xFF));
                light += frame[at] & 0xFF;
            }
        }
        double mean = light / (SIDE * (SIDE - 1.0)) / 255;
        return steps / (SIDE * (SIDE - 1.0)) * (1 - Math.pow(2 * mean - 1, 2));
    }

    void write(Path file) throws IOException {
        try (var out = new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(file)))) {
            out.write(first);
            out.write(last);
            for (int n = 0; n < changes.length; n++) {
                out.writeDouble(changes[n]);
                out.writeDouble(shapes[n]);
                out.writeDouble(interest[n]);
            }
        }
    }

    static Sight of(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        var first = in.readNBytes(SIDE * SIDE);
        var last = in.readNBytes(SIDE * SIDE);
        var changes = new double[(bytes.length - 2 * SIDE * SIDE) / 24];
        var shapes = new double[changes.length];
        var interest = new double[changes.length];
        for (int n = 0; n < changes.length; n++) {
            changes[n] = in.readDouble();
            shapes[n] = in.readDouble();
            interest[n] = in.readDouble();
        }
        return new Sight(first, last, changes, shapes, interest);
    }
}

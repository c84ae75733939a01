package dev.beatcut.bench;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Three pictures and a beat of 120 BPM, made on the spot. */
public final class Material {

    private static final int RATE = 44_100;
    private static final int SECONDS = 12;

    private Material() {}

    public static List<Path> make() throws IOException {
        var folder = Files.createTempDirectory("material");
        var files = new ArrayList<Path>();
        for (var color : List.of(Color.RED, Color.GREEN, Color.BLUE)) {
            files.add(picture(folder.resolve("photo-" + files.size() + ".png"), color));
        }
        files.add(song(folder.resolve("song.wav")));
        return files;
    }

    private static Path picture(Path file, Color color) throws IOException {
        var picture = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, color, 640, 360, Color.BLACK));
        pen.fillRect(0, 0, 640, 360);
        pen.dispose();
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    private static Path song(Path file) throws IOException {
        var samples = new byte[SECONDS * RATE * 2];
        for (int i = 0; i < SECONDS * RATE; i++) {
            double sinceBeat = i % (RATE / 2) / (double) RATE;
            int value = (int) (20_000 * Math.exp(-sinceBeat * 30) * Math.sin(2 * Math.PI * 90 * sinceBeat));
            samples[2 * i] = (byte) value;
            samples[2 * i + 1] = (byte) (value >> 8);
        }
        var sound = new AudioInputStream(
                new ByteArrayInputStream(samples), new AudioFormat(RATE, 16, 1, true, false), SECONDS * RATE);
        AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        return file;
    }
}

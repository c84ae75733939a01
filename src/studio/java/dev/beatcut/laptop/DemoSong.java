package dev.beatcut.laptop;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A house loop with exact beats: the first at 0, then one every 60/{@value #TEMPO} s, the bar in four. */
final class DemoSong {

    static final int TEMPO = 120;
    static final int BARS = 16;

    private static final int RATE = 44_100;
    private static final int BEAT = RATE * 60 / TEMPO;

    /** Roots of the chords, one a bar, in Hz: A minor, F, C, G. */
    private static final double[] ROOTS = {110.0, 87.31, 130.81, 98.0};

    private final float[] sound = new float[BEAT * 4 * BARS];
    private final Random noise = new Random(1);

    /** Writes 16-bit mono WAV. */
    void write(Path file) throws IOException {
        for (int beat = 0; beat < 4 * BARS; beat++) {
            kick(beat * BEAT);
            if (beat % 2 == 1) {
                hiss(beat * BEAT, 0.18, 18, 0.5);
            }
            hiss(beat * BEAT + BEAT / 2, 0.05, 60, 0.25);
            bass(beat * BEAT, ROOTS[beat / 4 % 4]);
            if (beat % 4 == 0) {
                chord(beat * BEAT, ROOTS[beat / 4 % 4]);
            }
        }
        var bytes = ByteBuffer.allocate(sound.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (var sample : sound) {
            bytes.putShort((short) (Math.tanh(sample) * 30_000));
        }
        var format = new AudioFormat(RATE, 16, 1, true, false);
        try (var stream = new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, sound.length)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }

    private void kick(int from) {
        for (int i = 0; i < RATE * 3 / 10 && from + i < sound.length; i++) {
            var t = (double) i / RATE;
            sound[from + i] += (float) (Math.sin(2 * Math.PI * (50 * t - 4 * Math.exp(-30 * t))) * Math.exp(-9 * t));
        }
    }

    /** A snare or a hat: decaying noise. */
    private void hiss(int from, double seconds, double decay, double level) {
        for (int i = 0; i < RATE * seconds && from + i < sound.length; i++) {
            sound[from + i] += (float) (level * noise.nextGaussian() * 0.5 * Math.exp(-decay * i / RATE));
        }
    }

    private void bass(int from, double hz) {
        for (int i = BEAT / 2; i < BEAT && from + i < sound.length; i++) {
            sound[from + i] += (float) (0.3 * Math.sin(2 * Math.PI * hz * i / RATE));
        }
    }

    private void chord(int from, double root) {
        for (int i = 0; i < 4 * BEAT && from + i < sound.length; i++) {
            var t = (double) i / RATE;
            var tones = Math.sin(2 * Math.PI * 2 * root * t)
                    + Math.sin(2 * Math.PI * 2.4 * root * t)
                    + Math.sin(2 * Math.PI * 3 * root * t);
            sound[from + i] += (float) (0.08 * tones * Math.exp(-0.8 * t));
        }
    }
}

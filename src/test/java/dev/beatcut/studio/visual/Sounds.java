package dev.beatcut.studio.visual;

import dev.beatcut.studio.beat.Beat;
import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.Drop;
import dev.beatcut.studio.beat.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sounds at 44 100 Hz for pictures to be made of. */
final class Sounds {

    static final int RATE = 44_100;

    private Sounds() {}

    static float[] silence(double seconds) {
        return new float[(int) (seconds * RATE)];
    }

    /** Decaying thuds or bursts of noise over a soft pad, every so many seconds. */
    static float[] beating(double seconds, double every, boolean noise) {
        var samples = silence(seconds);
        var random = new Random(1);
        for (int i = 0; i < samples.length; i++) {
            double t = (double) i / RATE;
            double since = t % every;
            double body = noise ? random.nextGaussian() * 0.5 : Math.sin(2 * Math.PI * 60 * since);
            samples[i] = (float) (0.8 * Math.exp(-since * 18) * body + 0.03 * Math.sin(2 * Math.PI * 440 * t));
        }
        return samples;
    }

    static float[] joined(float[]... parts) {
        var all = new float
                [java.util.Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** Four beats a bar, and the second half of the song a drop. */
    static BeatGrid grid(double seconds, double every) {
        var beats = new ArrayList<Beat>();
        for (int i = 0; i * every < seconds; i++) {
            beats.add(new Beat(Math.round(1000 * i * every), i % 4 + 1));
        }
        long end = Math.round(seconds * 1000);
        long half = end / 2;
        var sections = List.of(new Section(0, half, 0.4, "break"), new Section(half, end, 1, "drop"));
        return new BeatGrid(60 / every, List.of(), 4, beats, sections, List.of(new Drop(half, 0.9)), end);
    }
}

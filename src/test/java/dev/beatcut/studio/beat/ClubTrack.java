package dev.beatcut.studio.beat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** A track in four, arranged bar by bar, as 44.1 kHz mono samples; bar 0 begins at 0.4 s. */
final class ClubTrack {

    private static final double START = 0.4;
    private static final double[] ROOTS = {55, 43.65, 65.41, 49};

    private final double beat;
    private final float[] samples;
    private final Random noise = new Random(7);

    ClubTrack(double bpm, int bars) {
        beat = 60 / bpm;
        samples = new float[(int) ((START + bars * 4 * beat) * Song.SAMPLE_RATE)];
    }

    /** Groove, from one bar on a break whose last four bars build up, and from another the drop. */
    static ClubTrack dropping(double bpm, int breaks, int drops, int bars) {
        return new ClubTrack(bpm, bars)
                .groove(0, breaks)
                .chords(breaks, drops, 1)
                .riser(drops - 4, drops)
                .groove(drops, bars);
    }

    /** Seconds at which a bar begins. */
    double at(double bar) {
        return START + bar * 4 * beat;
    }

    long ms(double bar) {
        return Math.round(1000 * at(bar));
    }

    float[] samples() {
        return samples;
    }

    BeatGrid heard() {
        return new BeatTracker().track(samples, Song.SAMPLE_RATE);
    }

    /** Four on the floor, clap, hats, bass and chords. */
    ClubTrack groove(int from, int to) {
        return groove(from, to, 1);
    }

    ClubTrack groove(int from, int to, double level) {
        for (int bar = from; bar < to; bar++) {
            for (int i = 0; i < 4; i++) {
                double at = at(bar) + i * beat;
                kick(at, level).hat(at + beat / 2, level);
                if (i % 2 == 1) {
                    clap(at, level);
                }
                bass(at + beat / 2, beat * 0.45, bar, level);
            }
        }
        return chords(from, to, level);
    }

    /** One kick and one snare a bar, half as fast, over a long bass. */
    ClubTrack halfTime(int from, int to) {
        for (int bar = from; bar < to; bar++) {
            kick(at(bar), 1).clap(at(bar) + 2 * beat, 1.2).bass(at(bar), 4 * beat * 0.95, bar, 1.2);
            for (int i = 0; i < 8; i++) {
                hat(at(bar) + i * beat / 2, 1);
            }
        }
        return chords(from, to, 1);
    }

    /** Drums and chords of a verse: softer, kick on one and three. */
    ClubTrack verse(int from, int to) {
        for (int bar = from; bar < to; bar++) {
            kick(at(bar), 0.7)
                    .clap(at(bar) + beat, 0.5)
                    .kick(at(bar) + 2 * beat, 0.7)
                    .clap(at(bar) + 3 * beat, 0.5);
            bass(at(bar), 4 * beat * 0.9, bar, 0.6);
        }
        return chords(from, to, 0.7);
    }

    /** Chords above the bass. */
    ClubTrack chords(int from, int to, double level) {
        for (int bar = from; bar < to; bar++) {
            double root = ROOTS[bar % 4] * 8;
            tone(
                    at(bar),
                    4 * beat,
                    level * 0.05,
                    t -> Math.sin(2 * Math.PI * root * t)
                            + Math.sin(2 * Math.PI * root * 1.26 * t)
                            + Math.sin(2 * Math.PI * root * 1.5 * t));
        }
        return this;
    }

    /** Noise that swells, and a snare roll. */
    ClubTrack riser(int from, int to) {
        double length = at(to) - at(from);
        tone(at(from), length, 1, t -> 0.12 * Math.pow(t / length, 2) * noise.nextGaussian());
        for (int bar = from; bar < to; bar++) {
            for (int i = 0; i < 8; i++) {
                clap(at(bar) + i * beat / 2, 0.2 + 0.8 * (bar - from) / (to - from));
            }
        }
        return this;
    }

    /** Everything so far swells from nothing over these bars. */
    ClubTrack fadeIn(int bars) {
        int end = sample(at(bars));
        for (int i = 0; i < end; i++) {
            samples[i] *= (float) i / end;
        }
        return this;
    }

    ClubTrack kick(double at, double level) {
        return tone(
                at,
                0.25,
                0.8 * level,
                t -> Math.sin(2 * Math.PI * (50 + 80 * Math.exp(-40 * t)) * t) * Math.exp(-12 * t));
    }

    private ClubTrack clap(double at, double level) {
        return tone(at, 0.15, 0.25 * level, t -> noise.nextGaussian() * Math.exp(-30 * t));
    }

    private ClubTrack hat(double at, double level) {
        return tone(at, 0.04, 0.1 * level, t -> noise.nextGaussian() * Math.exp(-100 * t));
    }

    private ClubTrack bass(double at, double seconds, int bar, double level) {
        return tone(at, seconds, 0.25 * level, t -> Math.sin(2 * Math.PI * ROOTS[bar % 4] * t));
    }

    private ClubTrack tone(double at, double seconds, double level, DoubleUnaryOperator sound) {
        int start = sample(at);
        int end = Math.min(samples.length, sample(at + seconds));
        for (int i = Math.max(0, start); i < end; i++) {
            double t = (double) (i - start) / Song.SAMPLE_RATE;
            double edge = Math.min(1, Math.min(t, seconds - t) / 0.003);
            samples[i] += (float) (level * edge * sound.applyAsDouble(t));
        }
        return this;
    }

    private static int sample(double seconds) {
        return (int) Math.round(seconds * Song.SAMPLE_RATE);
    }
}

package dev.beatcut.studio.beat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * A song written note by note, times in seconds, as 44.1 kHz mono samples. The same notes always give the same samples.
 */
final class Song {

    static final int SAMPLE_RATE = 44_100;

    private final float[] samples;
    private final Random noise = new Random(1);

    Song(double seconds) {
        samples = new float[(int) (seconds * SAMPLE_RATE)];
    }

    float[] samples() {
        return samples;
    }

    Song click(double at) {
        return add(at, 0.03, t -> 0.6 * Math.sin(2 * Math.PI * 1_500 * t) * Math.exp(-150 * t));
    }

    Song kick(double at) {
        return add(at, 0.2, t -> 0.8 * Math.sin(2 * Math.PI * 55 * t) * Math.exp(-20 * t));
    }

    Song snare(double at) {
        return add(at, 0.15, t -> 0.4 * noise.nextGaussian() * Math.exp(-30 * t));
    }

    Song hat(double at) {
        return add(at, 0.04, t -> 0.1 * noise.nextGaussian() * Math.exp(-100 * t));
    }

    /** A held major triad with its bass. */
    Song chord(double at, double seconds, double rootHz) {
        return add(at, seconds, t -> {
            double fade = Math.min(1, Math.min(t, seconds - t) / 0.01);
            return 0.08
                    * fade
                    * (Math.sin(2 * Math.PI * rootHz / 2 * t)
                            + Math.sin(2 * Math.PI * rootHz * t)
                            + Math.sin(2 * Math.PI * rootHz * 1.25 * t)
                            + Math.sin(2 * Math.PI * rootHz * 1.5 * t));
        });
    }

    Song bass(double at, double seconds, double hz) {
        return add(
                at, seconds, t -> 0.3 * Math.sin(2 * Math.PI * hz * t) * Math.min(1, Math.min(t, seconds - t) / 0.01));
    }

    /** A plucked note that rings. */
    Song pluck(double at, double hz) {
        return add(
                at,
                0.8,
                t -> 0.2
                        * Math.exp(-5 * t)
                        * Math.min(1, t / 0.003)
                        * (Math.sin(2 * Math.PI * hz * t) + 0.4 * Math.sin(4 * Math.PI * hz * t)));
    }

    /** Drums of one bar in four: kick, snare, kick, snare over hats in eighths. */
    Song rockBar(double at, double beat) {
        kick(at).snare(at + beat).kick(at + 2 * beat).snare(at + 3 * beat);
        for (int eighth = 0; eighth < 8; eighth++) {
            hat(at + eighth * beat / 2);
        }
        return this;
    }

    Song waltzBar(double at, double beat) {
        return kick(at).snare(at + beat)
                .snare(at + 2 * beat)
                .hat(at)
                .hat(at + beat)
                .hat(at + 2 * beat);
    }

    Song hiss(double level) {
        return add(0, (double) samples.length / SAMPLE_RATE, t -> level * noise.nextGaussian());
    }

    private Song add(double at, double seconds, DoubleUnaryOperator sound) {
        int start = (int) Math.round(at * SAMPLE_RATE);
        int end = Math.min(samples.length, start + (int) (seconds * SAMPLE_RATE));
        for (int i = start; i < end; i++) {
            samples[i] += (float) sound.applyAsDouble((double) (i - start) / SAMPLE_RATE);
        }
        return this;
    }
}

package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The lengths that a shot may have so that music is felt in it: a beat, half a bar, a bar, two, four, eight.
 *
 * @param beats ascending, in beats
 * @param beatMs length of a beat
 */
record Steps(List<Integer> beats, double beatMs, int metre) {

    static Steps of(double tempo, int metre) {
        int bar = Math.max(2, metre);
        var beats = new ArrayList<>(List.of(1));
        if (bar % 2 == 0 && bar > 2) {
            beats.add(bar / 2);
        }
        for (int bars = 1; bars <= 8; bars *= 2) {
            beats.add(bars * bar);
        }
        return new Steps(beats, 60_000 / Math.max(1, tempo), bar);
    }

    int bar() {
        return beats.indexOf(metre);
    }

    double ms(int step) {
        return beats.get(step) * beatMs;
    }

    /** The step nearest to so many ms, as a ratio. */
    int nearest(double ms) {
        int best = 0;
        for (int step = 1; step < beats.size(); step++) {
            best = Math.abs(Math.log(ms(step) / ms)) < Math.abs(Math.log(ms(best) / ms)) ? step : best;
        }
        return best;
    }

    /** The shortest step of at least so many ms; the longest if there is none. */
    int atLeast(double ms) {
        int step = 0;
        while (step < beats.size() - 1 && ms(step) < ms) {
            step++;
        }
        return step;
    }

    /**
     * So many times as many cuts: whoever asks for more gets more, if there are any.
     *
     * @return a step, or half way between two, where one half of a phrase takes the one and the other half the other
     */
    double paced(int step, double factor) {
        if (factor == 1) {
            return step;
        }
        double wanted = Math.round(2 * place(ms(step) / factor)) / 2.0;
        double moved = factor > 1 ? Math.min(wanted, step - 0.5) : Math.max(wanted, step + 0.5);
        return Math.clamp(moved, 0, beats.size() - 1);
    }

    private double place(double ms) {
        int above = 0;
        while (above < beats.size() && ms(above) < ms) {
            above++;
        }
        if (above == 0 || above == beats.size()) {
            return Math.min(above, beats.size() - 1);
        }
        return above - Math.log(ms(above) / ms) / Math.log(ms(above) / ms(above - 1));
    }
}

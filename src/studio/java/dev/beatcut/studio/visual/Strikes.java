package dev.beatcut.studio.visual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Onsets of one register, the stronger ones first to be kept, none nearer to another than a given time. */
final class Strikes {

    private static final double RATE = Levels.ROWS_PER_SECOND;
    /** Share of the strongest onsets' strength below which there is none. */
    private static final double WEAK = 0.18;

    private final List<Strike> strikes;

    private Strikes(List<Strike> strikes) {
        this.strikes = strikes;
    }

    /** @param apart seconds */
    static Strikes of(float[] rise, double apart) {
        float strong = strong(rise);
        var peaks = new ArrayList<Integer>();
        for (int row = 1; row < rise.length - 1; row++) {
            if (rise[row] > WEAK * strong && rise[row] >= rise[row - 1] && rise[row] > rise[row + 1]) {
                peaks.add(row);
            }
        }
        peaks.sort(Comparator.comparingDouble((Integer row) -> -rise[row]).thenComparing(row -> row));
        var taken = new boolean[rise.length];
        int gap = (int) Math.ceil(apart * RATE);
        var kept = new ArrayList<Integer>();
        for (int row : peaks) {
            if (!taken[row]) {
                kept.add(row);
                Arrays.fill(taken, Math.max(0, row - gap + 1), Math.min(taken.length, row + gap), true);
            }
        }
        kept.sort(null);
        var strikes = new ArrayList<Strike>();
        for (int row : kept) {
            strikes.add(new Strike(row / RATE, Math.min(1, rise[row] / strong), strikes.size()));
        }
        return new Strikes(strikes);
    }

    /** What one rise in a hundred reaches; such a level as no silence has. */
    private static float strong(float[] rise) {
        float[] sorted = rise.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 1 : Math.max(0.05f, sorted[(int) (0.99 * (sorted.length - 1))]);
    }

    /** Those of the last {@code seconds} before {@code now}, oldest first. */
    List<Strike> since(double now, double seconds) {
        return strikes.subList(after(now - seconds), after(now));
    }

    /** How many came up to {@code now}. */
    int count(double now) {
        return after(now);
    }

    /** The light of the last one: at once there, gone in about {@code seconds}. */
    double pulse(double now, double seconds) {
        int at = after(now) - 1;
        if (at < 0) {
            return 0;
        }
        double age = (now - strikes.get(at).seconds()) / seconds;
        return age >= 1 ? 0 : strikes.get(at).strength() * (1 - age) * (1 - age);
    }

    private int after(double now) {
        int low = 0;
        int high = strikes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (strikes.get(middle).seconds() <= now) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

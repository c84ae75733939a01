package dev.beatcut.studio.footage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Finds the frames that begin a new shot: those that differ from the frame before far more than the frames around differ
 * among themselves. So steady motion, however wild, and fades, whose change is even, hold no cut; nor does a flash, after
 * which the picture is what it was before.
 */
final class SceneCuts {

    /** Shots shorter than this are no shots: of cuts that close together the strongest stands. */
    static final long SHORTEST_SHOT_MS = 250;

    /** How far the frames reach that tell how much change is usual here; at least {@link #LEAST_AROUND} frames. */
    private static final long AROUND_MS = 400;

    private static final int LEAST_AROUND = 4;
    /** Below these even a lone change is noise. */
    private static final double LEAST_CHANGE = 0.025;

    private static final double LEAST_COLOUR_CHANGE = 0.012;
    private static final double TIMES_USUAL = 3;
    private static final double TIMES_USUAL_COLOUR = 4;
    /** A change of colour convinces only together with some change of the picture. */
    private static final double TIMES_USUAL_WITH_COLOUR = 1.25;
    /** When the flash is over, more of its change than this is gone. */
    private static final double STAYS = 0.5;

    private final long[] timesMs;
    private final List<Sight> sights;

    /** @param timesMs of each of the sights */
    SceneCuts(long[] timesMs, List<Sight> sights) {
        this.timesMs = timesMs;
        this.sights = sights;
    }

    /** When new shots begin, ascending, without the clip's own start. */
    List<Long> ms(long durationMs) {
        var strongestFirst = new ArrayList<Integer>();
        for (int frame = 1; frame < sights.size(); frame++) {
            if (isCut(frame)) {
                strongestFirst.add(frame);
            }
        }
        strongestFirst.sort(
                Comparator.comparingDouble(frame -> -sights.get(frame).change()));
        var borders = new TreeSet<>(List.of(0L, durationMs));
        for (int frame : strongestFirst) {
            long at = timesMs[frame];
            var after = borders.higher(at);
            if (at - borders.floor(at) >= SHORTEST_SHOT_MS && after != null && after - at >= SHORTEST_SHOT_MS) {
                borders.add(at);
            }
        }
        return borders.stream().filter(at -> at > 0 && at < durationMs).toList();
    }

    private boolean isCut(int frame) {
        var sight = sights.get(frame);
        if (sight.change() < LEAST_CHANGE || isFlash(frame) || isFlash(frame - 1)) {
            return false;
        }
        double change = sight.change() / usual(frame, Sight::change);
        double colour = sight.colourChange() / usual(frame, Sight::colourChange);
        var newColours = sight.colourChange() > LEAST_COLOUR_CHANGE && colour > TIMES_USUAL_COLOUR;
        return change > TIMES_USUAL || newColours && change > TIMES_USUAL_WITH_COLOUR;
    }

    private boolean isFlash(int frame) {
        var sight = sights.get(frame);
        return sight.change() >= LEAST_CHANGE && sight.skipChange() < STAYS * sight.change();
    }

    /**
     * The busier side counts, so that the start or end of motion is no cut; of each side the second largest, so that
     * another cut nearby does not hide this one, and repeated frames do not hide that the others move.
     */
    private double usual(int frame, ToDoubleFunction<Sight> of) {
        return Math.max(1e-4, Math.max(secondLargest(frame, -1, of), secondLargest(frame, 1, of)));
    }

    private double secondLargest(int frame, int step, ToDoubleFunction<Sight> of) {
        double largest = 0;
        double second = 0;
        for (int i = frame + step; i > 0 && i < sights.size() && isAround(frame, i); i += step) {
            double value = of.applyAsDouble(sights.get(i));
            second = Math.max(second, Math.min(largest, value));
            largest = Math.max(largest, value);
        }
        return second;
    }

    private boolean isAround(int frame, int other) {
        return Math.abs(timesMs[frame] - timesMs[other]) <= AROUND_MS || Math.abs(frame - other) <= LEAST_AROUND;
    }
}

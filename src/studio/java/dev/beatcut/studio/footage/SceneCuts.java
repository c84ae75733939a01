package dev.beatcut.studio.footage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Finds the frames that begin a new shot: those that differ from the frame before far more than the frames around differ
 * among themselves. So steady motion, however wild, and fades, whose change is even, hold no cut; nor does a flash, after
 * which the picture is what it was before.
 */
final class SceneCuts {

    /** Frames on either side that tell how much change is usual here. */
    private static final int AROUND = 8;
    /** Below this even a lone change is noise. */
    private static final double LEAST_CHANGE = 0.025;
    private static final double LEAST_COLOUR_CHANGE = 0.012;
    private static final double TIMES_USUAL = 3;
    private static final double TIMES_USUAL_COLOUR = 4;
    /** A change of colour convinces only together with some change of the picture. */
    private static final double TIMES_USUAL_WITH_COLOUR = 1.25;
    /** After a flash this much of its change is gone. */
    private static final double STAYS = 0.5;

    private final List<Sight> sights;

    SceneCuts(List<Sight> sights) {
        this.sights = sights;
    }

    /** Indices of frames, ascending, without 0. */
    List<Integer> frames() {
        var cuts = new ArrayList<Integer>();
        for (int frame = 1; frame < sights.size(); frame++) {
            if (isCut(frame)) {
                cuts.add(frame);
            }
        }
        return cuts;
    }

    private boolean isCut(int frame) {
        var sight = sights.get(frame);
        if (sight.change() < LEAST_CHANGE || sight.skipChange() < STAYS * sight.change()) {
            return false;
        }
        double change = sight.change() / usual(frame, Sight::change);
        double colour = sight.colourChange() / usual(frame, Sight::colourChange);
        var newColours = sight.colourChange() > LEAST_COLOUR_CHANGE && colour > TIMES_USUAL_COLOUR;
        return change > TIMES_USUAL || newColours && change > TIMES_USUAL_WITH_COLOUR;
    }

    /**
     * The busier side counts, so that the start or end of motion is no cut; of each side the second largest, so that
     * another cut nearby does not hide this one, and repeated frames do not hide that the others move.
     */
    private double usual(int frame, ToDoubleFunction<Sight> of) {
        double before = secondLargest(frame - AROUND, frame, of);
        double after = secondLargest(frame + 1, frame + 1 + AROUND, of);
        return Math.max(1e-4, Math.max(before, after));
    }

    private double secondLargest(int from, int to, ToDoubleFunction<Sight> of) {
        double largest = 0;
        double second = 0;
        for (int i = Math.max(1, from); i < Math.min(sights.size(), to); i++) {
            double value = of.applyAsDouble(sights.get(i));
            second = Math.max(second, Math.min(largest, value));
            largest = Math.max(largest, value);
        }
        return second;
    }
}

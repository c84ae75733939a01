package dev.beatcut.studio.render;

import dev.beatcut.timeline.FrameRate;
import java.util.List;
import java.util.OptionalLong;

/**
 * How much the picture of a finished file changes from frame to frame, and where that is a cut. Knows nothing of the
 * plan.
 */
final class PictureChange {

    /** Seconds around a place that are looked at; cuts on beats lie further apart. */
    private static final double AROUND = 0.234;

    /** Grey levels, of 255, that a cut changes at least, on average over the picture. */
    private static final double LEAST = 0.35;

    /** A cut stands out of the movement around it by this factor. */
    private static final double STANDS_OUT = 1.35;

    /** Where light comes and goes with the beat, a cut still brings other shapes. */
    private static final double OTHER_SHAPES = 0.08;

    private static final double SHAPES_STAND_OUT = 1.8;

    /** {@code changes[n]}: mean change, in grey levels, from frame n-1 to frame n. */
    private final double[] changes;

    /** {@code shapes[n]}: {@link Sight#unlikeness} of frames n-1 and n. */
    private final double[] shapes;

    private final int around;

    PictureChange(double[] changes, double[] shapes, FrameRate rate) {
        this.changes = changes;
        this.shapes = shapes;
        this.around = (int) (AROUND * rate.perSecond());
    }

    /** @param sights of the film's chunks, in their order */
    static PictureChange of(List<Sight> sights, FrameRate rate) {
        int frames = sights.stream().mapToInt(sight -> sight.changes().length).sum();
        var changes = new double[frames];
        var shapes = new double[frames];
        int at = 0;
        byte[] before = null;
        for (var sight : sights) {
            int length = sight.changes().length;
            System.arraycopy(sight.changes(), 0, changes, at, length);
            System.arraycopy(sight.shapes(), 0, shapes, at, length);
            changes[at] = before == null ? 0 : Sight.difference(before, sight.first());
            shapes[at] = before == null ? 0 : Sight.unlikeness(before, sight.first());
            before = sight.last();
            at += length;
        }
        return new PictureChange(changes, shapes, rate);
    }

    /** The first frame after a cut that lies within {@code reach} frames of {@code frame}. */
    OptionalLong cutNear(long frame, int reach) {
        var seen = cutNear(frame, reach, shapes, OTHER_SHAPES, SHAPES_STAND_OUT);
        return seen.isPresent() ? seen : cutNear(frame, reach, changes, LEAST, STANDS_OUT);
    }

    private OptionalLong cutNear(long frame, int reach, double[] measure, double least, double standsOut) {
        int best = -1;
        for (int n = (int) Math.max(1, frame - reach); n <= Math.min(measure.length - 1, frame + reach); n++) {
            best = best < 0 || measure[n] > measure[best] ? n : best;
        }
        var isCut = best >= 0 && measure[best] >= least && measure[best] > standsOut * mostAround(best, measure);
        return isCut ? OptionalLong.of(best) : OptionalLong.empty();
    }

    private double mostAround(int frame, double[] measure) {
        double most = 0;
        for (int n = Math.max(1, frame - around); n <= Math.min(measure.length - 1, frame + around); n++) {
            most = n == frame ? most : Math.max(most, measure[n]);
        }
        return most;
    }
}

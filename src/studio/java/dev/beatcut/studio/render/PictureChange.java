package dev.beatcut.studio.render;

import java.util.List;
import java.util.OptionalLong;

/**
 * How much the picture of a finished file changes from frame to frame, and where that is a cut. Knows nothing of the
 * plan.
 */
final class PictureChange {

    /** Frames around a place that are looked at; cuts on beats lie further apart. */
    private static final int AROUND = 7;

    /** Grey levels, of 255, that a cut changes at least, on average over the picture. */
    private static final double LEAST = 0.35;

    /** A cut stands out of the movement around it by this factor. */
    private static final double STANDS_OUT = 1.35;

    /** {@code changes[n]}: mean change, in grey levels, from frame n-1 to frame n. */
    private final double[] changes;

    PictureChange(double[] changes) {
        this.changes = changes;
    }

    /** @param sights of the film's chunks, in their order */
    static PictureChange of(List<Sight> sights) {
        var changes =
                new double[sights.stream().mapToInt(s -> s.changes().length).sum()];
        int at = 0;
        byte[] before = null;
        for (var sight : sights) {
            System.arraycopy(sight.changes(), 0, changes, at, sight.changes().length);
            changes[at] = before == null ? 0 : Sight.difference(before, sight.first());
            before = sight.last();
            at += sight.changes().length;
        }
        return new PictureChange(changes);
    }

    /** The first frame after a cut that lies within {@code reach} frames of {@code frame}. */
    OptionalLong cutNear(long frame, int reach) {
        int best = -1;
        for (int n = (int) Math.max(1, frame - reach); n <= Math.min(changes.length - 1, frame + reach); n++) {
            best = best < 0 || changes[n] > changes[best] ? n : best;
        }
        return best >= 0 && isCut(best) ? OptionalLong.of(best) : OptionalLong.empty();
    }

    private boolean isCut(int frame) {
        double most = 0;
        for (int n = Math.max(1, frame - AROUND); n <= Math.min(changes.length - 1, frame + AROUND); n++) {
            most = n == frame ? most : Math.max(most, changes[n]);
        }
        return changes[frame] >= LEAST && changes[frame] > STANDS_OUT * most;
    }
}

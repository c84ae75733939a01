package dev.beatcut.studio.plan;

/**
 * A shot of a video that is kept as it is.
 *
 * @param from first frame in the film
 * @param to frame after the last
 * @param sourceMs where it begins in its clip
 * @param entry why it begins here: {@code scene cut}, or null for the film's start
 */
record Piece(Material material, long from, long to, long sourceMs, String entry) {

    /** As frames lie on the timeline. */
    long ms() {
        return CutGrid.RATE.msOf(to) - CutGrid.RATE.msOf(from);
    }
}

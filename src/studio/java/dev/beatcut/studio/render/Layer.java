package dev.beatcut.studio.render;

/**
 * Some frames of a shot.
 *
 * @param first counted from the shot's own beginning; below 0, or past its end, where it crosses with its neighbour
 * @param frames how many
 */
record Layer(Shot shot, long first, long frames) {

    /** In frames of the film's rate. */
    long sourceFrame(Canvas canvas) {
        return Math.max(0, shot.sourceFrame(canvas) + first);
    }
}

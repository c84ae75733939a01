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

    /** Past its end a source is held at its last frame, which is read from a little before. */
    long wanted(Source source, Canvas canvas) {
        long last = canvas.rate().frameAt(Math.max(0, source.info().durationMs() - 100));
        return source.info().durationMs() > 0 ? Math.min(sourceFrame(canvas), last) : sourceFrame(canvas);
    }

    /** The time in the source that is sought before it is read. */
    double sought(Source source, Canvas canvas) {
        double middle = canvas.seconds(2 * wanted(source, canvas) + 1) / 2;
        return Math.max(0, middle - 0.001);
    }
}

package dev.beatcut.studio.render;

import dev.beatcut.timeline.Segment;

/**
 * Frames {@code [from, to)} of the film that show one stretch of one source.
 *
 * @param segment null where nothing is planned: black
 * @param skipped frames of the segment that came before {@code from} and are hidden
 */
record Shot(Segment segment, long from, long to, long skipped) {

    boolean isBlack() {
        return segment == null;
    }

    long frames() {
        return to - from;
    }

    /** Where in its source it begins, in frames of the film's rate: so a source is cut on one grid, wherever it is used. */
    long sourceFrame(Canvas canvas) {
        long said = segment.sourceStart() == null ? 0 : segment.sourceStart();
        return canvas.rate().frameAt(Math.max(0, said)) + skipped;
    }

    double gain() {
        return segment == null || segment.gain() == null ? 1 : Math.max(0, segment.gain());
    }

    boolean blurred() {
        return "blur".equals(segment.m().path("fit").asText());
    }

    /** Where in the picture a crop has its centre, if it can: 0 to 1; null for the picture's own. */
    Focus focus() {
        var said = segment.m().path("focus");
        return said.isObject() ? Focus.of(said) : null;
    }

    String move() {
        return segment.m().path("move").asText("");
    }

    /** How it comes in; a segment whose beginning is hidden just comes. */
    Entrance entrance(Canvas canvas) {
        return segment == null || skipped > 0 ? Entrance.CUT : Entrance.of(segment.m(), canvas);
    }
}

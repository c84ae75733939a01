package dev.beatcut.studio.render;

import dev.beatcut.timeline.Segment;

/**
 * Frames {@code [from, to)} of the film that show one stretch of one source.
 *
 * @param segment null where nothing is planned: black
 * @param skipped frames of the segment that came before {@code from} and are hidden
 */
record Shot(Segment segment, long from, long to, long skipped) {

    long frames() {
        return to - from;
    }

    /** Where in its source it begins, in seconds. */
    double sourceSeconds(Canvas canvas) {
        long said = segment.sourceStart() == null ? 0 : segment.sourceStart();
        return Math.max(0, said) / 1000.0 + canvas.seconds(skipped);
    }

    double gain() {
        return segment == null || segment.gain() == null ? 1 : Math.max(0, segment.gain());
    }

    boolean blurred() {
        return "blur".equals(segment.m().path("fit").asText());
    }

    String move() {
        return segment.m().path("move").asText("");
    }
}

package dev.beatcut.studio.plan;

/**
 * One stretch of the film between two cuts.
 *
 * @param from first frame
 * @param to frame after the last
 * @param cut the cut at its start, or null where that is no beat
 */
record Shot(long from, long to, Cut cut) {

    long frames() {
        return to - from;
    }
}

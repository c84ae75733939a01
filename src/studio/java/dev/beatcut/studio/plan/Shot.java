package dev.beatcut.studio.plan;

import java.util.List;

/**
 * One stretch of the film between two cuts.
 *
 * @param from first frame
 * @param to frame after the last
 * @param cut the cut at its start, or null where that is no beat
 * @param energy how much motion becomes the music here, 0 to 1
 * @param accents beats inside, the one at its start with them
 * @param lead frames of its source before {@code from} that a cross-fade shows
 * @param tail frames of its source after {@code to} that a cross-fade shows
 */
record Shot(long from, long to, Cut cut, double energy, List<Accent> accents, long lead, long tail) {

    /** @param offsetMs from the start of the shot; @param weight 0 to 1 */
    record Accent(long offsetMs, double weight) {}

    long frames() {
        return to - from;
    }

    /** As frames lie on the timeline. */
    long ms() {
        return CutGrid.RATE.msOf(to) - CutGrid.RATE.msOf(from);
    }

    static Shot of(CutGrid grid, long from, long to, Cut cut, long lead, long tail) {
        long start = CutGrid.RATE.msOf(from);
        var accents = grid.beats().stream()
                .filter(beat -> beat.frame() >= from && beat.frame() < to - CutGrid.SHORTEST / 2)
                .map(beat -> new Accent(Math.max(0, beat.atMs() - start), weight(beat, from)))
                .toList();
        return new Shot(
                from, to, cut, grid.passage((start + CutGrid.RATE.msOf(to)) / 2).energy(), accents, lead, tail);
    }

    /** What happens right at a cut is hardly seen, unless the music stops the breath for it. */
    private static double weight(Cut beat, long from) {
        return beat.frame() == from && !beat.reason().equals("drop") ? 0.4 * beat.strength() : beat.strength();
    }
}

package dev.beatcut.studio.render;

import dev.beatcut.timeline.Timeline;

/** How large a film its sources carry: 4K only where most of it has as many pixels of its own. */
final class Carried {

    /** Enlarged by this much nobody sees it. */
    private static final double UNSEEN = 1.05;

    private Carried() {}

    static Resolution size(Timeline timeline, Sources sources, Resolution asked) {
        if (asked != Resolution.UHD) {
            return asked;
        }
        var canvas = Canvas.of(timeline, asked);
        long carried = ShotList.of(timeline, canvas).stream()
                .filter(shot -> !shot.isBlack() && carries(sources.of(shot), shot, canvas))
                .mapToLong(Shot::frames)
                .sum();
        return 2 * carried >= canvas.frames() ? asked : Resolution.P1080;
    }

    private static boolean carries(Source source, Shot shot, Canvas canvas) {
        if (!source.isSeen()) {
            return false;
        }
        double wide = canvas.width() / (double) source.info().width();
        double high = canvas.height() / (double) source.info().height();
        return (shot.blurred() ? Math.min(wide, high) : Math.max(wide, high)) <= UNSEEN;
    }

    static String note(Resolution asked, Resolution made) {
        return "Asked for " + asked.word() + "; most of the pictures have fewer pixels than that, so the film is "
                + made.word() + ".";
    }
}

package dev.beatcut.studio.wire;

import dev.beatcut.studio.footage.Footage;
import dev.beatcut.studio.footage.Moment;
import java.util.Comparator;
import java.util.List;

/**
 * What was seen in a clip, in short: {@code video_analyses} of the state.
 *
 * @param cuts ms in the clip
 * @param best the most interesting moments, in clip order
 */
record FootageView(long duration, List<Long> cuts, List<Sight> best) {

    private static final int MOST = 10;

    record Sight(long from, long to, double interest) {}

    static FootageView of(Footage footage) {
        var best = footage.moments().stream()
                .sorted(Comparator.comparingDouble(Moment::interest).reversed())
                .limit(MOST)
                .sorted(Comparator.comparingLong(Moment::fromMs))
                .map(moment -> new Sight(moment.fromMs(), moment.toMs(), moment.interest()))
                .toList();
        return new FootageView(footage.durationMs(), footage.cutsMs(), best);
    }
}

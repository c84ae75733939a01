package dev.beatcut.studio.render;

import dev.beatcut.timeline.FrameRate;
import java.util.ArrayList;
import java.util.List;

/** Compares where a finished file really cuts with the beats that its cuts were planned on. */
final class SyncMeasure {

    private static final int REACH = 2;

    /**
     * @param frame where it was planned
     * @param beatMs the exact time of its beat on the timeline
     * @param crossed whether it is a crossfade
     */
    record Cut(long frame, double beatMs, boolean crossed) {}

    private SyncMeasure() {}

    /** Cuts that the timeline puts on beats; the start of the film is none. */
    static List<Cut> planned(List<Shot> shots, List<Chunk> chunks) {
        var crossed = chunks.stream()
                .filter(chunk -> chunk.over() != null)
                .map(chunk -> chunk.over().shot())
                .toList();
        return shots.stream()
                .filter(shot -> shot.from() > 0 && shot.skipped() == 0 && shot.segment() != null)
                .filter(shot -> shot.segment().m().path("why").path("at").isNumber())
                .map(shot -> new Cut(
                        shot.from(), shot.segment().m().path("why").path("at").asDouble(), crossed.contains(shot)))
                .toList();
    }

    /** @param film the rate in which the cuts were planned; @param seen that of the file, which may have fewer frames */
    static SyncReport report(List<Cut> planned, PictureChange picture, FrameRate film, FrameRate seen) {
        var cuts = planned.stream().filter(cut -> !cut.crossed).toList();
        var distances = new ArrayList<Double>();
        int frameErrors = 0;
        for (var cut : cuts) {
            long expected = Math.round(cut.frame * seen.perSecond() / film.perSecond());
            var found = picture.cutNear(expected, film.equals(seen) ? REACH : 1);
            if (found.isPresent()) {
                distances.add(Math.abs(found.getAsLong() * 1000 / seen.perSecond() - cut.beatMs));
                frameErrors += found.getAsLong() == expected ? 0 : 1;
            }
        }
        distances.sort(null);
        double mean = distances.stream().mapToDouble(d -> d).average().orElse(0);
        int last = distances.size() - 1;
        double p95 = last < 0 ? 0 : distances.get((int) Math.ceil(0.95 * (last + 1)) - 1);
        double most = last < 0 ? 0 : distances.get(last);
        int crossfades = planned.size() - cuts.size();
        return new SyncReport(cuts.size(), distances.size(), mean, p95, most, frameErrors, crossfades);
    }
}

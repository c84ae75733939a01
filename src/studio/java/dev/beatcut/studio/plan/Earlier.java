package dev.beatcut.studio.plan;

import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The film as it was before this turn: what it showed when, so that only what must change does. */
final class Earlier {

    private final Map<Long, Segment> byFrame = new HashMap<>();

    /** Nothing of it counts once pictures have come that it was not made of: they shall be seen. */
    Earlier(Timeline film, List<Material> pictures) {
        var known = new HashSet<String>();
        film.m().at("/plan/pictures").forEach(src -> known.add(src.asText()));
        if (pictures.stream().allMatch(picture -> known.contains(picture.src()))) {
            film.segments(TrackType.VIDEO)
                    .forEach(segment -> byFrame.put(CutGrid.RATE.frameAt(segment.start()), segment));
        }
    }

    /** What was shown from that frame on, for as long as the shot lasts now; empty if this reel was not shown there. */
    Optional<Stretch> shown(Shot shot, Reel reel) {
        var segment = byFrame.get(shot.from());
        if (segment == null || !reel.material().src().equals(segment.src()) || segment.sourceStart() == null) {
            return Optional.empty();
        }
        var move = segment.m().path("move").asText(null);
        long from = segment.sourceStart();
        return Optional.of(new Stretch(reel.material(), from, from + shot.ms(), move));
    }

    /** Whether the shot lasted as long before. */
    boolean isSame(Shot shot) {
        var segment = byFrame.get(shot.from());
        return segment != null && CutGrid.RATE.frameAt(segment.end()) == shot.to();
    }
}

package dev.beatcut.studio.render;

import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.Track;
import dev.beatcut.timeline.TrackType;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The video tracks laid flat: what is seen in every frame of the film, without gaps or overlaps. */
final class ShotList {

    private record Span(Segment segment, long from, long to) {
        boolean shows(long frame) {
            return from <= frame && frame < to;
        }
    }

    private ShotList() {}

    static List<Shot> of(Timeline timeline, Canvas canvas) {
        var spans = timeline.tracks(TrackType.VIDEO)
                .flatMap(track -> spans(track, canvas).stream())
                .toList();
        var borders = new TreeSet<Long>(List.of(0L, canvas.frames()));
        spans.forEach(span -> borders.addAll(List.of(span.from, span.to)));
        var shots = new ArrayList<Shot>();
        Long from = null;
        for (var to : borders.headSet(canvas.frames(), true)) {
            if (from != null && to > 0) {
                add(shots, top(spans, from), from, to);
            }
            from = to;
        }
        return shots;
    }

    private static List<Span> spans(Track track, Canvas canvas) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < track.segments().size(); i++) {
            var segment = track.segments().get(i);
            long from = Math.max(0, canvas.rate().frameAt(segment.start()));
            long to = segment.duration() == null
                    ? openEnd(track, i, canvas)
                    : canvas.rate().frameAt(segment.end());
            if (segment.src() != null && to > from) {
                spans.add(new Span(segment, from, to));
            }
        }
        return spans;
    }

    private static long openEnd(Track track, int index, Canvas canvas) {
        return index + 1 < track.segments().size()
                ? canvas.rate().frameAt(track.segments().get(index + 1).start())
                : canvas.frames();
    }

    /** The later of two that overlap lies on top. */
    private static Span top(List<Span> spans, long frame) {
        return spans.reversed().stream()
                .filter(span -> span.shows(frame))
                .findFirst()
                .orElse(null);
    }

    private static void add(List<Shot> shots, Span span, long from, long to) {
        var segment = span == null ? null : span.segment;
        if (!shots.isEmpty() && shots.getLast().segment() == segment) {
            var last = shots.removeLast();
            shots.add(new Shot(segment, last.from(), to, last.skipped()));
        } else {
            shots.add(new Shot(segment, from, to, span == null ? 0 : from - span.from));
        }
    }
}

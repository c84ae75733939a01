package dev.beatcut.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Summary;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.Track;
import dev.beatcut.timeline.TrackType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A session's timeline as callers see it; times in milliseconds, what is not known is left out.
 *
 * @param summary the one line
 * @param width pixels, of the film
 * @param placed how music meets a video that was kept: cuts, cutsMet, peaks, peaksMet, meanMs, dropMs (-1 for none)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineView(
        String sessionId,
        String summary,
        String title,
        long lengthMs,
        Integer width,
        Integer height,
        List<TrackView> tracks,
        @Schema(implementation = Object.class) JsonNode placed) {

    /**
     * @param number 1 is the lowest layer
     * @param type the wire's: 0 video, 1 audio, 7 text
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TrackView(int number, String id, int type, String label, List<SegmentView> segments) {}

    /**
     * @param sourceStartMs where in the source it begins
     * @param volume of its sound, 0 silent, 1 as recorded
     * @param why the beat that its start sits on: beat, bar, strength, at, source, reason
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SegmentView(
            String id,
            long startMs,
            Long durationMs,
            String name,
            String text,
            Long sourceStartMs,
            Double volume,
            @Schema(implementation = Object.class) JsonNode why) {}

    static TimelineView of(String sessionId, Timeline timeline) {
        var tracks = new ArrayList<TrackView>();
        for (var track : timeline.tracks()) {
            tracks.add(track(tracks.size() + 1, track));
        }
        return new TimelineView(
                sessionId,
                Summary.of(timeline),
                timeline.m().path("title").textValue(),
                timeline.length(),
                timeline.width() == 0 ? null : timeline.width(),
                timeline.height() == 0 ? null : timeline.height(),
                tracks,
                timeline.m().at("/plan/placed").isObject() ? timeline.m().at("/plan/placed") : null);
    }

    private static TrackView track(int number, Track track) {
        var segments = track.segments().stream().map(TimelineView::segment).toList();
        return new TrackView(number, track.id(), track.type(), TrackType.label(track.type()), segments);
    }

    private static SegmentView segment(Segment segment) {
        return new SegmentView(
                segment.id(),
                segment.start(),
                segment.duration(),
                segment.text() == null ? segment.name() : null,
                segment.text(),
                segment.sourceStart(),
                segment.gain(),
                segment.m().get("why"));
    }
}

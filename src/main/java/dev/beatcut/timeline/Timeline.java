package dev.beatcut.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A draft, typed. Times in ms; the first track is the lowest layer.
 *
 * @param duration ms as the draft says, or null: see {@link #length()}
 * @param m metadata, never null: {@code title}, {@code width}, {@code height}, {@code fps}, {@code beats}
 * @param other fields of the wire that have no place above, as they came
 */
public record Timeline(Long duration, List<Track> tracks, ObjectNode m, Map<String, JsonNode> other) {

    public static final Timeline EMPTY = new Timeline(null, List.of(), null, null);

    public Timeline {
        tracks = List.copyOf(tracks);
        m = m == null ? JsonNodeFactory.instance.objectNode() : m.deepCopy();
        other = other == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(other));
    }

    /** What the draft says of its length, else the end of its last segment; ms. */
    public long length() {
        return duration != null
                ? duration
                : segments().mapToLong(Segment::end).max().orElse(0);
    }

    public int width() {
        return m.path("width").asInt();
    }

    public int height() {
        return m.path("height").asInt();
    }

    /** Ready for export: some track has a segment (§5). */
    public boolean hasSegments() {
        return segments().findAny().isPresent();
    }

    public Stream<Track> tracks(TrackType type) {
        return tracks.stream().filter(track -> track.is(type));
    }

    /** Segments of one type over all its tracks, in track order. */
    public List<Segment> segments(TrackType type) {
        return tracks(type).flatMap(track -> track.segments().stream()).toList();
    }

    private Stream<Segment> segments() {
        return tracks.stream().flatMap(track -> track.segments().stream());
    }
}

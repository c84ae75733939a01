package dev.beatcut.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * @param id or null
 * @param type the wire's {@code tt}: 0 video, 1 audio, 7 text, others as they come
 * @param m metadata as it came, or null
 */
public record Track(String id, int type, List<Segment> segments, JsonNode m, Map<String, JsonNode> other) {

    public Track {
        segments = List.copyOf(segments);
        other = other == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(other));
    }

    public static Track of(String id, TrackType type, List<Segment> segments) {
        return new Track(id, type.code(), segments, null, null);
    }

    public boolean is(TrackType wanted) {
        return type == wanted.code();
    }
}

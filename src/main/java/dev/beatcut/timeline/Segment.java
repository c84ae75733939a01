package dev.beatcut.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A stretch of one source, or a text, on a track.
 *
 * @param id or null
 * @param start ms on the timeline
 * @param duration ms, or null when the draft does not say
 * @param src the source's address, or null (text)
 * @param sourceStart ms in the source where the stretch begins, or null
 * @param gain of its sound, 0 silent, 1 as recorded; null when the draft does not say
 * @param text of a text segment, or null
 * @param m metadata, never null: {@code name}, {@code position}, {@code why} and whatever else came
 * @param other fields of the wire that have no place above, as they came
 */
public record Segment(
        String id,
        long start,
        Long duration,
        String src,
        Long sourceStart,
        Double gain,
        String text,
        ObjectNode m,
        Map<String, JsonNode> other) {

    public Segment {
        m = m == null ? JsonNodeFactory.instance.objectNode() : m.deepCopy();
        other = other == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(other));
    }

    /** A stretch of a clip, photo or song. */
    public static Segment media(
            String id, long start, long duration, String src, long sourceStart, double gain, ObjectNode m) {
        return new Segment(id, start, duration, src, sourceStart, gain, null, m, null);
    }

    public static Segment text(String id, long start, long duration, String text, ObjectNode m) {
        return new Segment(id, start, duration, null, null, null, text, m, null);
    }

    /** Where it ends on the timeline, ms; its start when its length is unknown. */
    public long end() {
        return duration == null ? start : start + duration;
    }

    /** What to call it: the name in its metadata, else its source's file name, else null. */
    public String name() {
        for (var key : new String[] {"name", "title", "filename"}) {
            if (m.path(key).isTextual() && !m.path(key).textValue().isBlank()) {
                return m.path(key).textValue();
            }
        }
        return src == null ? null : fileName(src);
    }

    private static String fileName(String src) {
        var path = src.replaceFirst("[?#].*$", "");
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.isBlank() ? null : name;
    }
}

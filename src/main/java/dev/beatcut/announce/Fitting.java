package dev.beatcut.announce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;

/** Makes what is told fit: AWS refuses what is larger. */
final class Fitting {

    /** Of a task's output, and of an event's entry. */
    static final int AWS_LIMIT = 256 * 1024;

    /** Names the fields that did not fit; they can be asked for. */
    static final String LEFT_OUT = "leftOut";

    private Fitting() {}

    /** Leaves out the largest fields until the text is at most so many bytes long. */
    static JsonNode into(int bytes, JsonNode data) {
        if (!(data instanceof ObjectNode whole) || size(whole) <= bytes) {
            return data;
        }
        var fitting = whole.deepCopy();
        var leftOut = fitting.arrayNode();
        for (var largest = largest(fitting); size(fitting) > bytes && largest != null; largest = largest(fitting)) {
            fitting.remove(largest);
            fitting.set(LEFT_OUT, leftOut.add(largest));
        }
        return fitting;
    }

    private static String largest(ObjectNode json) {
        return json.properties().stream()
                .filter(field -> !field.getKey().equals(LEFT_OUT))
                .max(Comparator.comparingInt(field -> size(field.getValue())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** The beginning of a text for people. */
    static String cut(String text, int characters) {
        return text.length() <= characters ? text : text.substring(0, characters - 1) + "…";
    }

    private static int size(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}

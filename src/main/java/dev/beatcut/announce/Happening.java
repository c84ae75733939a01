package dev.beatcut.announce;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Something that has come to its end.
 *
 * @param id stable: the same end is always told under the same id; without a dot, which separates what is signed
 * @param type such as {@code render.completed}
 * @param at when it ended
 * @param failed whether a task that waits for it fails with {@code data.problem}
 * @param data what the caller would be shown if it asked now
 */
public record Happening(String id, String type, Instant at, String owner, boolean failed, JsonNode data) {
    public Happening {
        if (id.isEmpty() || id.contains(".")) {
            throw new IllegalArgumentException("An event's id has no dot and is not empty, got \"" + id + "\"");
        }
    }

    /** The type in words: {@code Render Completed}. */
    String title() {
        return Arrays.stream(type.split("\\."))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}

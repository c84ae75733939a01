package dev.beatcut.announce;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * Something that has come to its end.
 *
 * @param id stable: the same end is always told under the same id
 * @param type such as {@code render.completed}
 * @param at when it ended
 * @param failed whether a task that waits for it fails with {@code data.problem}
 * @param data what the caller would be shown if it asked now
 */
public record Happening(String id, String type, Instant at, String owner, boolean failed, JsonNode data) {}

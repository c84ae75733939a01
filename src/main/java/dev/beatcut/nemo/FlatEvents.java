package dev.beatcut.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The flat dialect, {@code {"type": ...}} in every frame: {@code nemo-api.md} §4.1. */
final class FlatEvents {

    private static final String VOICE = "flat";

    private FlatEvents() {}

    static boolean speaks(JsonNode said) {
        return said.path("type").isTextual()
                && !said.has("author")
                && !said.path("content").isObject();
    }

    static List<TurnEvent> read(JsonNode said) {
        var content = Json.text(said, "content", "text", "delta");
        var name = said.path("name").asText("");
        return List.of(
                switch (said.path("type").asText()) {
                    case "text", "message" ->
                        speech(content, said.path("partial").asBoolean(false));
                    case "chunk", "text_delta", "text_chunk" -> speech(content, true);
                    case "tool_call", "tool_start" -> new TurnEvent.ToolCalled(VOICE, name);
                    case "tool_result", "tool_end" -> new TurnEvent.ToolAnswered(name);
                    case "error" ->
                        new TurnEvent.Broke(
                                Envelope.isError(said)
                                        ? Envelope.error(said, 200)
                                        : NemoError.told(content == null ? Envelope.message(said) : content));
                    default -> new TurnEvent.Worked();
                });
    }

    private static TurnEvent speech(String content, boolean partial) {
        return content == null || content.isEmpty()
                ? new TurnEvent.Worked()
                : new TurnEvent.Said(VOICE, content, partial);
    }
}

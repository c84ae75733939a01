package dev.beatcut.nemo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Frames in, events out: heartbeats in every spelling, errors, both dialects. Rules: {@code nemo-api.md} §4. */
final class EventReader {

    private static final Set<String> HEARTBEATS = Set.of("", "heartbeat", "ping", "keepalive", "keep-alive", "[done]");

    private EventReader() {}

    static List<TurnEvent> read(Frame frame) {
        if (isHeartbeat(frame)) {
            return List.of(new TurnEvent.Alive());
        }
        if (frame.data() == null) {
            return List.of(frame.whole() ? new TurnEvent.Alive() : new TurnEvent.Torn());
        }
        try {
            return json(frame, Json.MAPPER.readTree(frame.data()));
        } catch (JsonProcessingException e) {
            return List.of(notJson(frame));
        }
    }

    private static boolean isHeartbeat(Frame frame) {
        return heartbeatWord(frame.event() == null ? "-" : frame.event())
                || heartbeatWord(frame.data() == null ? "-" : frame.data());
    }

    private static boolean heartbeatWord(String said) {
        var word = said.strip().toLowerCase(Locale.ROOT);
        return HEARTBEATS.contains(
                word.startsWith("\"") && word.endsWith("\"") && word.length() > 1
                        ? word.substring(1, word.length() - 1)
                        : word);
    }

    private static List<TurnEvent> json(Frame frame, JsonNode said) {
        if (saysAlive(said)) {
            return List.of(new TurnEvent.Alive());
        }
        if (!said.isObject()) {
            return List.of(isError(frame) ? broke(said.asText()) : new TurnEvent.Unreadable());
        }
        if (FlatEvents.speaks(said)) {
            return FlatEvents.read(said);
        }
        if (Envelope.isError(said)) {
            return List.of(new TurnEvent.Broke(Envelope.error(said, 200)));
        }
        if (saysError(said) || isError(frame)) {
            return List.of(broke(Envelope.message(said)));
        }
        return AdkEvents.read(said);
    }

    private static boolean saysAlive(JsonNode said) {
        return said.isNull()
                || said.isObject() && said.isEmpty()
                || said.path("heartbeat").asBoolean(false)
                || said.size() == 1 && said.path("ping").asBoolean(false)
                || said.path("type").isTextual()
                        && heartbeatWord(said.path("type").asText());
    }

    /** Older servers do not escape what they quote, so an error need not be JSON. */
    private static TurnEvent notJson(Frame frame) {
        var data = frame.data().strip();
        if (data.startsWith("{\"error\"")) {
            return broke(data.substring("{\"error\"".length()).replaceAll("^[\\s:\"]+|[\\s\"}]+$", ""));
        }
        if (isError(frame)) {
            return broke(data);
        }
        return frame.whole() ? new TurnEvent.Unreadable() : new TurnEvent.Torn();
    }

    private static boolean isError(Frame frame) {
        return "error".equalsIgnoreCase(frame.event());
    }

    private static boolean saysError(JsonNode said) {
        var error = said.path("error");
        return (error.isTextual() && !error.asText().isBlank() || error.isObject()) && !said.has("content");
    }

    private static TurnEvent broke(String message) {
        return new TurnEvent.Broke(NemoError.told(message));
    }
}

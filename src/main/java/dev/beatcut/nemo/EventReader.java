package dev.beatcut.nemo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Frames in, events out: heartbeats in every spelling, errors, both dialects. Rules: {@code nemo-api.md} §4. */
final class EventReader {

    private static final Set<String> HEARTBEATS = Set.of("", "heartbeat", "ping", "pong", "keepalive", "[done]");

    /** ADK up to 1.4 builds its errors by hand and does not escape them, so what follows need not be JSON. */
    private static final Pattern ERROR_BY_HAND = Pattern.compile("(?s)\\{\\s*\"error\"\\s*:\\s*\"?(.*)");

    private EventReader() {}

    static List<TurnEvent> read(Frame frame) {
        var data = frame.data() == null ? "" : frame.data();
        if (isError(frame) && data.isBlank()) {
            return List.of(broke(null));
        }
        if (!isError(frame) && isHeartbeat(frame)) {
            return List.of(new TurnEvent.Alive());
        }
        if (frame.data() == null) {
            return List.of(frame.whole() ? new TurnEvent.Alive() : new TurnEvent.Torn());
        }
        return parsed(data).map(said -> json(frame, said)).orElseGet(() -> notJson(frame));
    }

    private static Optional<JsonNode> parsed(String data) {
        try {
            return Optional.of(Json.MAPPER.readTree(data));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static boolean isHeartbeat(Frame frame) {
        return frame.event() != null && heartbeatWord(frame.event())
                || frame.data() != null && heartbeatWord(frame.data());
    }

    private static boolean heartbeatWord(String said) {
        return said.length() < 20
                && HEARTBEATS.contains(said.toLowerCase(Locale.ROOT).replaceAll("[\\s\"_-]", ""));
    }

    private static List<TurnEvent> json(Frame frame, JsonNode said) {
        if (!isError(frame) && saysAlive(said)) {
            return List.of(new TurnEvent.Alive());
        }
        if (said.isArray()) {
            return StreamSupport.stream(said.spliterator(), false)
                    .flatMap(one -> json(frame, one).stream())
                    .toList();
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
        var kind = Json.text(said, "type", "event");
        return said.isNull()
                || said.isContainerNode() && said.isEmpty()
                || said.has("heartbeat") && !said.has("content")
                || said.has("ping") && said.size() == 1
                || kind != null && heartbeatWord(kind);
    }

    private static boolean saysError(JsonNode said) {
        var error = said.path("error");
        if (said.has("content") || said.has("author")) {
            return false;
        }
        return error.isObject()
                || error.asBoolean(false)
                || error.isTextual() && (said.size() == 1 || !error.asText().isBlank());
    }

    /** An error that its server did not escape, several frames without a blank line between them, or neither. */
    private static List<TurnEvent> notJson(Frame frame) {
        var data = frame.data().strip();
        var byHand = ERROR_BY_HAND.matcher(data);
        if (byHand.matches()) {
            return List.of(broke(byHand.group(1).replaceAll("(?s)\",\\s*\"error_details\".*|[\\s\"}]+$", "")));
        }
        if (isError(frame)) {
            return List.of(broke(data));
        }
        var lines = frame.whole() ? lines(frame) : List.<TurnEvent>of();
        return lines.isEmpty() ? List.of(frame.whole() ? new TurnEvent.Unreadable() : new TurnEvent.Torn()) : lines;
    }

    /** What each {@code data:} line says by itself, if each says something. */
    private static List<TurnEvent> lines(Frame frame) {
        var events = new ArrayList<TurnEvent>();
        var lines = frame.data().split("\n");
        for (var line : lines) {
            var said = parsed(line);
            if (lines.length < 2 || said.isEmpty() || !said.get().isObject()) {
                return List.of();
            }
            events.addAll(json(frame, said.get()));
        }
        return events;
    }

    private static boolean isError(Frame frame) {
        return "error".equalsIgnoreCase(frame.event());
    }

    private static TurnEvent broke(String message) {
        return new TurnEvent.Broke(NemoError.told(message));
    }
}

package dev.beatcut.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The dialect of Google's ADK, {@code nemo-api.md} §4.2. */
final class AdkEvents {

    /** Finish reasons that ADK 1.4 puts into {@code errorCode} when the model has nothing to say after a tool. */
    private static final Set<String> NO_ERROR = Set.of("0", "STOP", "FINISH_REASON_UNSPECIFIED");

    private AdkEvents() {}

    static List<TurnEvent> read(JsonNode event) {
        var events = new ArrayList<TurnEvent>();
        var author = event.path("author").asText("");
        var partial = event.path("partial").asBoolean(false);
        var voice = author + "/" + event.path("branch").asText("");
        if (!author.equals("user")) {
            parts(event.path("content").path("parts"), voice, partial, events);
        }
        var code = Json.text(event, "errorCode", "error_code");
        var message = Json.text(event, "errorMessage", "error_message");
        if (message != null || code != null && !NO_ERROR.contains(code)) {
            events.add(new TurnEvent.Broke(NemoError.told(message == null ? code : message)));
        }
        return events.isEmpty() ? List.of(new TurnEvent.Worked()) : events;
    }

    private static void parts(JsonNode parts, String voice, boolean partial, List<TurnEvent> events) {
        var text = new StringBuilder();
        var tools = new ArrayList<TurnEvent>();
        for (var part : parts) {
            if (!part.path("thought").asBoolean(false)) {
                text.append(part.path("text").asText(""));
                tool(part, voice, tools);
            }
        }
        if (partial ? !text.isEmpty() : !text.toString().isBlank()) {
            events.add(new TurnEvent.Said(voice, text.toString(), partial));
        }
        if (!partial) {
            events.addAll(tools);
        }
    }

    private static void tool(JsonNode part, String voice, List<TurnEvent> tools) {
        var call = Json.first(part, "functionCall", "function_call");
        if (call.isObject()) {
            tools.add(new TurnEvent.ToolCalled(voice, call.path("name").asText("")));
        }
        var response = Json.first(part, "functionResponse", "function_response");
        if (response.isObject()) {
            tools.add(new TurnEvent.ToolAnswered(response.path("name").asText("")));
        }
    }
}

package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/**
 * §4.2: one message, in snake_case or camelCase.
 *
 * @param streaming whether deltas are wanted before the final event
 */
record RunRequest(String user, String session, String text, boolean streaming) {

    private static final int LONGEST_TEXT = 64 * 1024;

    static RunRequest of(JsonNode body) {
        var session = Json.text(body, "session_id", "sessionId")
                .orElseThrow(() -> Refusal.http(400, "session_id is missing: the id from with-session, as a string."));
        var user = Json.text(body, "user_id", "userId").orElse("me");
        var message = body.path(body.has("new_message") ? "new_message" : "newMessage");
        return new RunRequest(
                user, session, text(message), body.path("streaming").asBoolean(false));
    }

    private static String text(JsonNode message) {
        var said = new ArrayList<String>();
        message.path("parts").forEach(part -> Json.text(part, "text").ifPresent(said::add));
        var text = String.join("\n", said).strip();
        if (text.isEmpty()) {
            throw Refusal.http(400, "new_message.parts holds no text.");
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_TEXT) {
            throw Refusal.http(400, "The message has " + bytes + " bytes; up to " + LONGEST_TEXT + " are read.");
        }
        return text;
    }
}

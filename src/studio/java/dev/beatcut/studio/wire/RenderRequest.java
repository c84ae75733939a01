package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.problem.Problem;
import dev.beatcut.studio.render.Output;
import dev.beatcut.timeline.Draft;

/** §6: what to export. */
record RenderRequest(String id, String session, JsonNode draft, Output output) {

    static RenderRequest of(JsonNode body) {
        var id = Json.text(body, "id")
                .filter(said -> said.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,99}"))
                .orElseThrow(() -> Refusal.http(
                        400, "id is missing or unfit: up to 100 letters, digits, _ and -, unique, made by you."));
        var session = Json.text(body, "sessionId", "session_id")
                .orElseThrow(() -> Refusal.http(400, "sessionId is missing: the id from with-session, as a string."));
        var draft = body.path("draft");
        if (!draft.path("t").isArray() || !Draft.read(draft).hasSegments()) {
            throw Refusal.http(400, "draft has no track with segments (t[].sg[]). Edit first, then export.");
        }
        return new RenderRequest(id, session, draft, output(body.path("output")));
    }

    private static Output output(JsonNode asked) {
        try {
            return Output.asked(
                    Json.text(asked, "format").orElse(null),
                    Json.text(asked, "quality").orElse(null),
                    Json.text(asked, "resolution").orElse(null),
                    asked.path("preview").asBoolean());
        } catch (Problem unknown) {
            throw Refusal.http(400, unknown.detail() + " " + unknown.next());
        }
    }
}

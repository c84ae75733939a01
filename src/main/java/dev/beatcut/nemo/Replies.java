package dev.beatcut.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.stream.StreamSupport;

/** Reads what the JSON endpoints say, under any of the names that {@code nemo-api.md} lists. */
final class Replies {

    private Replies() {}

    static AnonymousToken token(JsonNode data) {
        var token = Json.text(data, "token");
        if (token == null) {
            throw NemoError.unreadable(200, "The upstream gave no token");
        }
        return new AnonymousToken(
                token, userId(data), instant(Json.text(data, "expires_at")), credits(data, "credits"));
    }

    static OpenedSession session(JsonNode data) {
        var id = Json.text(data, "session_id");
        if (id == null) {
            throw NemoError.unreadable(200, "The upstream opened a session without an id");
        }
        return new OpenedSession(id, Json.text(data, "task_id"), userId(data));
    }

    static Balance balance(JsonNode data) {
        var available = credits(data, "available");
        var frozen = credits(data, "frozen");
        return new Balance(available, frozen, data.has("total") ? credits(data, "total") : available + frozen);
    }

    static Upload upload(JsonNode data) {
        var files = Json.first(data, "files", "uploaded_files");
        return new Upload(
                StreamSupport.stream(files.spliterator(), false)
                        .map(Replies::uploaded)
                        .toList(),
                data.path("session_state_applied").asBoolean(false));
    }

    private static UploadedFile uploaded(JsonNode file) {
        return new UploadedFile(
                name(file),
                type(file),
                Json.uri(file, "cdn_url", "url"),
                Json.millis(file, "duration"),
                Json.integer(file, "width"),
                Json.integer(file, "height"),
                Json.text(file, "hash"));
    }

    static State state(JsonNode data) {
        var state = data.path("state").isObject() ? data.path("state") : data;
        var draft = state.path("draft");
        var beats = state.path("beats");
        return new State(
                draft.isObject() && !draft.isEmpty() ? draft : null,
                StreamSupport.stream(state.path("video_infos").spliterator(), false)
                        .filter(JsonNode::isObject)
                        .map(Replies::seen)
                        .toList(),
                beats.isObject() ? beats : null,
                state);
    }

    private static MediaSeen seen(JsonNode file) {
        return new MediaSeen(
                name(file),
                type(file),
                Json.uri(file, "cdn_url", "url", "src"),
                Json.millis(file, "duration"),
                Json.integer(file, "width"),
                Json.integer(file, "height"),
                Json.text(file, "hash"));
    }

    private static String name(JsonNode file) {
        return Json.text(file, "filename", "file_name", "name");
    }

    private static String type(JsonNode file) {
        return Json.text(file, "file_type", "type");
    }

    private static String userId(JsonNode data) {
        return Json.text(data, "user_id", "bind_id");
    }

    private static long credits(JsonNode data, String name) {
        var number = Json.number(data, name);
        return number == null ? 0 : number.max(BigDecimal.ZERO).longValue();
    }

    private static Instant instant(String iso) {
        try {
            return iso == null ? null : OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

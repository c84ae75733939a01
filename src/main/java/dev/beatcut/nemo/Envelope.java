package dev.beatcut.nemo;

import com.fasterxml.jackson.databind.JsonNode;

/** The JSON endpoints' common form {@code {code, message, data}}: {@code nemo-api.md} §1 and §7. */
final class Envelope {

    private Envelope() {}

    /** Whether it carries a code other than success. */
    static boolean isError(JsonNode body) {
        return body.path("code").canConvertToInt() && body.path("code").asInt() != 0;
    }

    static NemoError error(JsonNode body, int httpStatus) {
        var message = message(body);
        var code =
                saysSessionGone(httpStatus, message) ? 1002 : body.path("code").asInt(0);
        var said = message == null ? "The upstream answered with code " + code + " (HTTP " + httpStatus + ")" : message;
        return NemoError.of(code, httpStatus, said).userId(Json.text(body, "data.user_id", "data.bind_id", "user_id"));
    }

    /** ADK's own way to say 1002. */
    private static boolean saysSessionGone(int httpStatus, String message) {
        return httpStatus == 404 && message != null && message.startsWith("Session not found");
    }

    /** The reason, under any of its names, or null. */
    static String message(JsonNode body) {
        return Json.text(
                body,
                "message",
                "msg",
                "error.message",
                "error",
                "detail",
                "detail.message",
                "errorMessage",
                "error_details.error_message");
    }
}

package dev.beatcut.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The JSON endpoints' common form {@code {code, message, data}}: {@code nemo-api.md} §1 and §7. */
final class Envelope {

    private Envelope() {}

    /** Whether it says that it failed: by a code other than 0, or a render reply by {@code success: false}. */
    static boolean isError(JsonNode body) {
        return code(body) != 0
                || body.path("success").isBoolean()
                        && !body.path("success").asBoolean()
                        && Json.text(body, "status", "data.status") == null;
    }

    static NemoError error(JsonNode body, int httpStatus) {
        var message = message(body);
        var code = saysSessionGone(httpStatus, message) ? 1002 : code(body);
        var said = message == null ? "The upstream answered with code " + code + " (HTTP " + httpStatus + ")" : message;
        return NemoError.of(code, httpStatus, said).userId(Json.text(body, "data.user_id", "data.bind_id", "user_id"));
    }

    /** A number, or a text that is one; 0 if there is none. */
    private static int code(JsonNode body) {
        var code = Json.number(body, "code", "error.code", "detail.code");
        return code == null || code.signum() == 0
                ? 0
                : code.abs().longValue() > Integer.MAX_VALUE ? -1 : code.intValue();
    }

    /** ADK's own way to say 1002. */
    private static boolean saysSessionGone(int httpStatus, String message) {
        return httpStatus == 404 && message != null && message.startsWith("Session not found");
    }

    /** The reason, under any of its names, or null. */
    static String message(JsonNode body) {
        return body.path("detail").isArray()
                ? invalid(body.path("detail"))
                : Json.text(
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

    /** FastAPI's list of what is wrong with a request, or null. */
    private static String invalid(JsonNode detail) {
        var said = StreamSupport.stream(detail.spliterator(), false)
                .filter(one -> one.path("msg").isTextual())
                .map(one -> where(one.path("loc")) + one.path("msg").asText())
                .collect(Collectors.joining("; "));
        return said.isEmpty() ? null : said;
    }

    private static String where(JsonNode loc) {
        var place = StreamSupport.stream(loc.spliterator(), false)
                .map(JsonNode::asText)
                .filter(step -> !step.equals("body"))
                .collect(Collectors.joining("."));
        return place.isEmpty() ? "" : place + ": ";
    }
}

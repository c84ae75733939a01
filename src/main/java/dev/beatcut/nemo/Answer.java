package dev.beatcut.nemo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A reply that is read whole. What decides, in this order: the body's {@code code}, the HTTP status, whether the body is
 * the wire's at all.
 *
 * @param contentType or null
 * @param retryAfter how long the upstream asks to wait, or null
 */
record Answer(int status, String contentType, Duration retryAfter, byte[] bytes) {

    static final int LONGEST = 32 * 1024 * 1024;

    static Answer of(ReplyHead head, Instant now, byte[] bytes) {
        return new Answer(head.status(), head.header("Content-Type"), head.retryAfter(now), bytes);
    }

    /** The body, if nothing says that it failed. */
    JsonNode body() {
        var body = json();
        if (body == null) {
            throw error(NemoError.unreadable(status, "The upstream answered with " + seen() + ", JSON was expected"));
        }
        if (Envelope.isError(body) || status >= 300) {
            throw error(Envelope.error(body, status));
        }
        return body;
    }

    /** The envelope's {@code data}. */
    JsonNode data() {
        var data = body().path("data");
        if (!data.isObject()) {
            throw NemoError.unreadable(status, "The upstream answered without data (HTTP " + status + ")");
        }
        return data;
    }

    private NemoError error(NemoError plain) {
        var error = plain.kind() == NemoErrorKind.UNREADABLE && status >= 400
                ? NemoError.of(0, status, plain.getMessage())
                : plain;
        return error.retryAfter(retryAfter);
    }

    private JsonNode json() {
        try {
            var said = new String(bytes, StandardCharsets.UTF_8);
            var body = Json.MAPPER.readTree(said.startsWith("\uFEFF") ? said.substring(1) : said);
            return body.isObject() ? body : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private String seen() {
        var what = bytes.length == 0 ? "an empty body" : isHtml() ? "HTML" : "something else than its own JSON";
        return what + " (HTTP " + status + ")";
    }

    private boolean isHtml() {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).contains("html")
                || bytes.length > 0 && bytes[0] == '<';
    }
}

package dev.beatcut.studio.wire;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Request bodies: an object in JSON, or a clear 400. */
@Singleton
final class Json {

    /** A draft of some thousand segments is far below this. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The object in {@code body}; an empty body is an empty object. */
    JsonNode object(InputStream body) {
        try {
            var bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Refusal.http(400, "The body is over " + MOST_BYTES + " bytes.");
            }
            var read = bytes.length == 0 ? mapper.createObjectNode() : mapper.readTree(bytes);
            if (!read.isObject()) {
                throw Refusal.http(400, "The body must be a JSON object.");
            }
            return read;
        } catch (JsonParseException malformed) {
            throw Refusal.http(
                    400, "The body is not JSON (line " + malformed.getLocation().getLineNr() + ").");
        } catch (JsonProcessingException malformed) {
            throw Refusal.http(400, "The body is not JSON.");
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    /** The text under the first of {@code names} that has one; snake_case and camelCase are both spoken. */
    static Optional<String> text(JsonNode object, String... names) {
        for (var name : names) {
            var value = object.path(name);
            if (value.isTextual()) {
                return Optional.of(value.textValue());
            }
        }
        return Optional.empty();
    }
}

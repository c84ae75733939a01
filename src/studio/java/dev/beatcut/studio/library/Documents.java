package dev.beatcut.studio.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.objects.Objects;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** JSON documents of any size: small ones stay in their record, large ones go to the object store. */
@Singleton
public final class Documents {

    /** Leaves room in a record of at most 300 KB for what stands beside the document. */
    private static final int INLINE_CHARACTERS = 60_000;

    /**
     * A document in a record.
     *
     * @param inline the JSON itself, or null
     * @param object key of the object that holds it, or null
     */
    public record Stored(String inline, String object) {}

    private final Objects objects;
    private final ObjectMapper json;

    public Documents(Objects objects, ObjectMapper json) {
        this.objects = objects;
        this.json = json;
    }

    Stored keep(Object value) {
        var text = write(value);
        return text.length() <= INLINE_CHARACTERS ? new Stored(text, null) : new Stored(null, outside(text));
    }

    /** In the object store whatever its size, so that a record can hold many. */
    Stored keepOutside(Object value) {
        return new Stored(null, outside(write(value)));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @return the document, null for null */
    JsonNode read(Stored stored) {
        return stored == null ? null : read(stored, JsonNode.class);
    }

    <T> T read(Stored stored, Class<T> type) {
        try {
            return stored.inline() != null ? json.readValue(stored.inline(), type) : fetch(stored.object(), type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private <T> T fetch(String object, Class<T> type) throws IOException {
        try (var bytes = objects.open(object)) {
            return json.readValue(bytes, type);
        }
    }

    private String outside(String text) {
        var key = "studio/documents/" + Mint.fingerprint(text) + ".json";
        if (objects.stat(key).isPresent()) {
            return key;
        }
        objects.put(key, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "application/json");
        return key;
    }
}

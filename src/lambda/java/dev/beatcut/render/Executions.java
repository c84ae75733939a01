package dev.beatcut.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** What {@code infra/statemachine/film.asl.json} calls things: its exports have keys that its executions' names begin. */
@Singleton
final class Executions {

    private static final String OF_ITS_EXPORT = "-export";

    private final ObjectMapper json;

    Executions(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The input of {@code cancel} for the export of an execution.
     *
     * @param execution {@code name} and {@code input} as EventBridge tells of it: the input is JSON text
     */
    JsonNode cancel(JsonNode execution) {
        var cancel = json.createObjectNode();
        cancel.set("owner", input(execution).path("owner"));
        return cancel.put("exportKey", execution.path("name").asText() + OF_ITS_EXPORT);
    }

    /** One that was cut off, for its size, names no owner. */
    private JsonNode input(JsonNode execution) {
        try {
            return json.readTree(execution.path("input").asText());
        } catch (JsonProcessingException cut) {
            return json.missingNode();
        }
    }
}

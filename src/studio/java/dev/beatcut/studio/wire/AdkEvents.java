package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.studio.library.TurnEvent;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** The events of one invocation in ADK's dialect (§4.2): camelCase keys, a new id each, time in float seconds. */
final class AdkEvents {

    private static final String AUTHOR = "nemo_agent";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectMapper mapper;
    private final InstantSource clock;
    private final String invocation;

    AdkEvents(ObjectMapper mapper, InstantSource clock, String invocation) {
        this.mapper = mapper;
        this.clock = clock;
        this.invocation = invocation;
    }

    ObjectNode tool(TurnEvent event) {
        return switch (event) {
            case TurnEvent.ToolCalled called -> called(called);
            case TurnEvent.ToolAnswered answered -> answered(answered);
        };
    }

    /** A piece of a text whose whole follows in {@link #text}. */
    ObjectNode delta(String piece) {
        return event("model", part("text", NODES.textNode(piece))).put("partial", true);
    }

    ObjectNode text(String whole) {
        return event("model", part("text", NODES.textNode(whole))).put("finishReason", "STOP");
    }

    /** The newer ADK's error in mid-stream, after which the stream ends. */
    ObjectNode error(String type, String message) {
        var error = NODES.objectNode().put("error", type + ": " + message);
        error.putObject("error_details")
                .put("error_type", type)
                .put("error_message", message)
                .put("timestamp", seconds());
        return error;
    }

    static ObjectNode heartbeat() {
        return NODES.objectNode().put("type", "heartbeat");
    }

    private ObjectNode called(TurnEvent.ToolCalled called) {
        var call = NODES.objectNode().put("id", id(called.call())).put("name", called.tool());
        call.set("args", mapper.valueToTree(called.arguments()));
        var event = event("model", part("functionCall", call));
        event.putArray("longRunningToolIds");
        return event;
    }

    /** Function responses carry the role {@code user}, though the agent is their author. */
    private ObjectNode answered(TurnEvent.ToolAnswered answered) {
        var response = NODES.objectNode().put("id", id(answered.call())).put("name", answered.tool());
        response.set("response", mapper.valueToTree(answered.response()));
        return event("user", part("functionResponse", response));
    }

    private ObjectNode event(String role, ObjectNode part) {
        var event = NODES.objectNode();
        var content = event.putObject("content");
        content.putArray("parts").add(part);
        content.put("role", role);
        event.put("invocationId", invocation);
        event.put("author", AUTHOR);
        event.set(
                "actions",
                mapper.valueToTree(
                        Map.of("stateDelta", Map.of(), "artifactDelta", Map.of(), "requestedAuthConfigs", Map.of())));
        event.put("id", UUID.randomUUID().toString());
        event.put("timestamp", seconds());
        return event;
    }

    private static ObjectNode part(String kind, JsonNode value) {
        var part = NODES.objectNode();
        part.set(kind, value);
        return part;
    }

    private static String id(String call) {
        return "adk-" + call;
    }

    /** Float seconds, written without an exponent. */
    private BigDecimal seconds() {
        return BigDecimal.valueOf(clock.millis(), 3);
    }
}

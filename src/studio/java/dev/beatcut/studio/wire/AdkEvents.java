package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.studio.library.TurnEvent;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The events of one invocation in ADK's dialect (§4.2): camelCase keys, a new id each, time in float seconds. */
final class AdkEvents implements Dialect {

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

    @Override
    public List<ObjectNode> tool(TurnEvent event) {
        return List.of(
                switch (event) {
                    case TurnEvent.ToolCalled called -> called(called.call(), called.tool(), called.arguments());
                    case TurnEvent.ToolAnswered answered -> answered(answered);
                });
    }

    @Override
    public List<ObjectNode> delta(String piece) {
        return List.of(partial(event("model", part("text", NODES.textNode(piece)))));
    }

    @Override
    public List<ObjectNode> text(String whole) {
        return List.of(event("model", part("text", NODES.textNode(whole))).put("finishReason", "STOP"));
    }

    /** The newer ADK's error in mid-stream. */
    @Override
    public List<ObjectNode> error(String type, String message) {
        var error = NODES.objectNode().put("error", type + ": " + message);
        error.putObject("error_details")
                .put("error_type", type)
                .put("error_message", message)
                .put("timestamp", seconds());
        return List.of(error);
    }

    /** The older ADK's STOP trap: an error code that is none, and no content. */
    @Override
    public List<ObjectNode> stop() {
        var event = event("model").put("errorCode", "STOP");
        event.remove("content");
        return List.of(event);
    }

    /** A content without parts. */
    ObjectNode nothing() {
        var event = event("model").put("finishReason", "STOP");
        event.withObject("content").remove("parts");
        return event;
    }

    ObjectNode thought(String text) {
        return event("model", part("text", NODES.textNode(text)).put("thought", true));
    }

    ObjectNode called(String id, String tool, Map<String, Object> arguments) {
        return call(event("model", call(id, tool, arguments)));
    }

    /** One event with a thought and the call that it led to. */
    ObjectNode thoughtAnd(String thought, TurnEvent.ToolCalled called) {
        return call(event(
                "model",
                part("text", NODES.textNode(thought)).put("thought", true),
                call(called.call(), called.tool(), called.arguments())));
    }

    static ObjectNode partial(ObjectNode event) {
        return event.put("partial", true);
    }

    private ObjectNode call(String id, String tool, Map<String, Object> arguments) {
        var call = NODES.objectNode().put("id", id(id)).put("name", tool);
        call.set("args", mapper.valueToTree(arguments));
        return part("functionCall", call);
    }

    private static ObjectNode call(ObjectNode event) {
        event.putArray("longRunningToolIds");
        return event;
    }

    /** Function responses carry the role {@code user}, though the agent is their author. */
    private ObjectNode answered(TurnEvent.ToolAnswered answered) {
        var response = NODES.objectNode().put("id", id(answered.call())).put("name", answered.tool());
        response.set("response", mapper.valueToTree(answered.response()));
        return event("user", part("functionResponse", response));
    }

    private ObjectNode event(String role, ObjectNode... parts) {
        var event = NODES.objectNode();
        var content = event.putObject("content");
        content.putArray("parts").addAll(List.of(parts));
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

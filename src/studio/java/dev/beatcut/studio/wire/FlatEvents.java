package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.studio.library.TurnEvent;
import java.util.List;

/** The flat dialect (§4.1): one {@code type} an event, no deltas, no ids. */
final class FlatEvents implements Dialect {

    private final ObjectMapper mapper;

    FlatEvents(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<ObjectNode> tool(TurnEvent event) {
        return switch (event) {
            case TurnEvent.ToolCalled called -> {
                var said = event("tool_call").put("name", called.tool());
                said.set("args", mapper.valueToTree(called.arguments()));
                yield List.of(said);
            }
            case TurnEvent.ToolAnswered answered -> {
                var said = event("tool_result").put("name", answered.tool());
                said.set("result", mapper.valueToTree(answered.response()));
                yield List.of(said);
            }
        };
    }

    @Override
    public List<ObjectNode> delta(String piece) {
        return List.of();
    }

    @Override
    public List<ObjectNode> text(String whole) {
        return List.of(event("text").put("content", whole));
    }

    @Override
    public List<ObjectNode> error(String type, String message) {
        return List.of(event("error").put("content", type + ": " + message));
    }

    @Override
    public List<ObjectNode> stop() {
        return List.of();
    }

    private static ObjectNode event(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}

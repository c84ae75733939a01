package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.studio.library.TurnEvent;
import java.util.List;
import java.util.Map;

/**
 * The newer ADK (§4.2): thoughts, and previews of tool calls under another id and without their arguments; the final
 * event of a call repeats the thought.
 */
final class ProgressiveEvents implements Dialect {

    private static final String THOUGHT = "Let me look at what there is and cut it to the music.";

    private final AdkEvents whole;

    ProgressiveEvents(AdkEvents whole) {
        this.whole = whole;
    }

    @Override
    public List<ObjectNode> tool(TurnEvent event) {
        return switch (event) {
            case TurnEvent.ToolCalled called ->
                List.of(
                        AdkEvents.partial(whole.thought(THOUGHT)),
                        AdkEvents.partial(whole.called("preview-" + called.call(), called.tool(), Map.of())),
                        whole.thoughtAnd(THOUGHT, called).put("partial", false).put("finishReason", "STOP"));
            case TurnEvent.ToolAnswered answered -> whole.tool(answered);
        };
    }

    @Override
    public List<ObjectNode> delta(String piece) {
        return whole.delta(piece);
    }

    @Override
    public List<ObjectNode> text(String text) {
        return whole.text(text).stream()
                .map(event -> event.put("partial", false))
                .toList();
    }

    @Override
    public List<ObjectNode> error(String type, String message) {
        return whole.error(type, message);
    }

    /** A content without parts, where the older ADK says that it stopped. */
    @Override
    public List<ObjectNode> stop() {
        return List.of(whole.nothing());
    }
}

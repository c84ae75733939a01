package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.studio.library.TurnEvent;
import java.util.List;

/** The events of one turn in one of the wire's dialects (§4.1); what a dialect has no word for is no event. */
interface Dialect {

    List<ObjectNode> tool(TurnEvent event);

    /** A piece of a text whose whole follows in {@link #text}. */
    List<ObjectNode> delta(String piece);

    List<ObjectNode> text(String whole);

    /** After which the stream ends. */
    List<ObjectNode> error(String type, String message);

    /** The end of a model that had nothing to say after its tools. */
    List<ObjectNode> stop();
}

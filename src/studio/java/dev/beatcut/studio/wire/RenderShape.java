package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Which of the shapes of §6 a render is told in. */
enum RenderShape implements Aspect {
    SUPERSET {
        @Override
        ObjectNode of(ObjectNode superset) {
            return superset;
        }
    },
    /** The vendor's skill: {@code status} and {@code output.url} at the top. */
    TOP {
        @Override
        ObjectNode of(ObjectNode superset) {
            return superset.remove(List.of("code", "message", "success", "outputUrl", "data"));
        }
    },
    /** The vendor's reference: {@code data.outputUrl}, nothing at the top. */
    DATA {
        @Override
        ObjectNode of(ObjectNode superset) {
            superset.retain(List.of("success", "data"));
            superset.withObject("data").remove("output");
            return superset;
        }
    };

    abstract ObjectNode of(ObjectNode superset);
}

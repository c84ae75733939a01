package dev.beatcut.chat;

import static dev.beatcut.access.Input.required;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.access.Functions;
import dev.beatcut.access.Input;
import dev.beatcut.access.Result;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** {@code timeline}: {@code GET /sessions/{id}/timeline}. */
public class TimelineFunctions {

    private final Functions functions;
    private final Timelines timelines;

    TimelineFunctions(Functions functions, Timelines timelines) {
        this.functions = functions;
        this.timelines = timelines;
    }

    @RegisterForReflection
    record Asked(String owner, String sessionId) implements Input {

        Asked {
            required("sessionId", sessionId);
        }
    }

    @Funq("timeline")
    public Result<TimelineView> timeline(JsonNode input) {
        return functions.read(
                input, Asked.class, asked -> TimelineView.of(asked.sessionId(), timelines.of(asked.sessionId())));
    }
}

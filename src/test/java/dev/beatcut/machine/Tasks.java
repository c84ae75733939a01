package dev.beatcut.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What a Task does, by its resource. */
final class Tasks {

    private static final Duration NO_TIMEOUT = Duration.ofDays(365);

    private final Services services;
    private final Tokens tokens;
    private final VirtualClock clock;
    private final Machines machines;

    Tasks(Services services, Tokens tokens, VirtualClock clock, Machines machines) {
        this.services = services;
        this.tokens = tokens;
        this.clock = clock;
        this.machines = machines;
    }

    /** @throws Failure of the task, States.Timeout, States.HeartbeatTimeout */
    JsonNode run(JsonNode state, Paths paths) {
        var resource = state.path("Resource").asText();
        return switch (resource) {
            case "arn:aws:states:::lambda:invoke" -> answer(invoked(state, paths.filled(state.path("Parameters"))));
            case "arn:aws:states:::lambda:invoke.waitForTaskToken" -> waited(state, paths);
            case "arn:aws:states:::states:startExecution.sync:2" -> started(paths.filled(state.path("Parameters")));
            default -> throw new IllegalArgumentException("The resource " + resource + " is not known here.");
        };
    }

    private JsonNode invoked(JsonNode state, JsonNode parameters) {
        Fields.of(parameters).only(Set.of("FunctionName", "Payload"));
        var payload = services.invoke(
                parameters.path("FunctionName").asText(), parameters.path("Payload"), seconds(state, "TimeoutSeconds"));
        return payload;
    }

    private static JsonNode answer(JsonNode payload) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("StatusCode", 200)
                .put("ExecutedVersion", "1")
                .set("Payload", payload);
    }

    private JsonNode waited(JsonNode state, Paths paths) {
        var token = tokens.issue();
        paths.context().withObject("/Task").put("Token", token);
        try {
            var begun = clock.instant();
            invoked(state, paths.filled(state.path("Parameters")));
            var timeout = begun.plus(seconds(state, "TimeoutSeconds"));
            while (tokens.output(token) == null) {
                var heartbeat = tokens.heard(token).plus(seconds(state, "HeartbeatSeconds"));
                giveUp(heartbeat, "States.HeartbeatTimeout");
                giveUp(timeout, "States.Timeout");
                if (!services.goOn() && tokens.output(token) == null) {
                    jumpTo(heartbeat.isBefore(timeout) ? heartbeat : timeout);
                }
            }
            return tokens.output(token);
        } finally {
            tokens.drop(token);
            paths.context().remove("Task");
        }
    }

    private void giveUp(Instant at, String error) {
        if (!clock.instant().isBefore(at)) {
            throw new Failure(error, null);
        }
    }

    private void jumpTo(Instant time) {
        var left = Duration.between(clock.instant(), time);
        if (left.isPositive()) {
            clock.jump(left);
        }
    }

    private static Duration seconds(JsonNode state, String field) {
        return state.has(field) ? Duration.ofSeconds(state.path(field).asLong()) : NO_TIMEOUT;
    }

    private JsonNode started(JsonNode parameters) {
        Fields.of(parameters).only(Set.of("StateMachineArn", "Name", "Input"));
        var ended = machines.run(
                parameters.path("StateMachineArn").asText(),
                parameters.path("Name").asText(),
                parameters.path("Input"));
        var told = JsonNodeFactory.instance
                .objectNode()
                .put("ExecutionArn", parameters.path("Name").asText())
                .put("Status", ended.status().name())
                .put("Error", ended.error())
                .put("Cause", ended.cause());
        if (ended.status() != Ended.Status.SUCCEEDED) {
            throw new Failure("States.TaskFailed", told.toString());
        }
        return told.set("Output", ended.output());
    }
}

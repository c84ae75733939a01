package dev.beatcut.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.machine.Ended;
import dev.beatcut.machine.Failure;
import dev.beatcut.machine.Machine;
import dev.beatcut.machine.Services;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The state machines of {@code infra}, run on the packaged functions. */
final class Films {

    private static final Path DEFINITIONS = Path.of("infra/statemachine");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> FUNCTIONS = Map.of(
            "OpenSessionFunction", "open-session",
            "UploadFunction", "upload",
            "ChatFunction", "chat",
            "ExportFunction", "export");

    private final Cloud cloud;
    private final Map<String, Function<JsonNode, JsonNode>> instead = new HashMap<>();
    private boolean polled = true;

    Films(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Another function in place of the packaged one. */
    Films with(String function, Function<JsonNode, JsonNode> other) {
        instead.put(function, other);
        return this;
    }

    /** Without the schedule that calls {@code poll-renders}. */
    Films withoutClock() {
        polled = false;
        return this;
    }

    Ended film(String execution, String input) throws IOException {
        return machine("film").run(execution, JSON.readTree(input));
    }

    Ended batch(String execution, String input) throws IOException {
        return machine("batch").run(execution, JSON.readTree(input));
    }

    private Machine machine(String name) {
        var names = new HashMap<>(FUNCTIONS);
        names.put("FilmMachine", "film");
        return new Machine(
                DEFINITIONS.resolve(name + ".asl.json"),
                names,
                new Functions(),
                cloud.tokens(),
                cloud.clock(),
                (machine, execution, input) -> machine(machine).run(execution, input));
    }

    private final class Functions implements Services {

        @Override
        public JsonNode invoke(String function, JsonNode payload, Duration timeout) {
            return instead.getOrDefault(function, real(function, timeout)).apply(payload);
        }

        private Function<JsonNode, JsonNode> real(String function, Duration timeout) {
            return payload -> {
                var reply = cloud.function(function).invoke(payload.toString(), timeout);
                var body = json(reply.body());
                if (reply.error()) {
                    throw new Failure(body.path("errorType").asText("Lambda.Unknown"), reply.body());
                }
                return body;
            };
        }

        @Override
        public boolean goOn() {
            if (polled) {
                cloud.function("poll-renders").invoke("{}", Duration.ofMinutes(2));
            }
            return polled;
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException unreadable) {
            return JSON.getNodeFactory().textNode(text);
        }
    }
}

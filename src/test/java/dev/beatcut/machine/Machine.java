package dev.beatcut.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A state machine that can be run. */
public final class Machine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TOP = Set.of("Comment", "StartAt", "States", "TimeoutSeconds");
    private static final Set<String> ITERATOR = Set.of("ProcessorConfig", "StartAt", "States");
    private static final Set<String> ANY = Set.of("Type", "Comment", "Next", "End");
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "Pass", Set.of("Parameters", "InputPath", "ResultPath"),
            "Choice", Set.of("Choices", "Default"),
            "Wait", Set.of("Seconds"),
            "Task",
                    Set.of(
                            "Resource",
                            "Parameters",
                            "ResultSelector",
                            "ResultPath",
                            "TimeoutSeconds",
                            "HeartbeatSeconds",
                            "Retry",
                            "Catch"),
            "Map", Set.of("ItemsPath", "ItemSelector", "MaxConcurrency", "ItemProcessor", "ResultPath", "Catch"),
            "Fail", Set.of("Error", "Cause", "ErrorPath", "CausePath"));
    private static final Set<String> RETRIER = Set.of(
            "Comment",
            "ErrorEquals",
            "IntervalSeconds",
            "MaxAttempts",
            "BackoffRate",
            "MaxDelaySeconds",
            "JitterStrategy");
    private static final Set<String> CATCHER = Set.of("Comment", "ErrorEquals", "ResultPath", "Next");

    private final JsonNode definition;
    private final Tasks tasks;
    private final VirtualClock clock;

    /**
     * @param definition a file of {@code infra/statemachine}
     * @param names what its {@code ${...}} stand for
     * @throws IllegalArgumentException for a field, a state or a name that is not known here
     */
    public Machine(
            Path definition,
            Map<String, String> names,
            Services services,
            Tokens tokens,
            VirtualClock clock,
            Machines machines) {
        this.definition = read(definition, names);
        this.tasks = new Tasks(services, tokens, clock, machines);
        this.clock = clock;
        Fields.of(this.definition).only(TOP);
        check(this.definition.path("States"));
    }

    private static JsonNode read(Path definition, Map<String, String> names) {
        try {
            var text = Files.readString(definition);
            for (var name : names.entrySet()) {
                text = text.replace("${" + name.getKey() + "}", name.getValue());
            }
            if (text.contains("${")) {
                throw new IllegalArgumentException("A name in " + definition + " stands for nothing: "
                        + text.substring(text.indexOf("${"), text.indexOf('}', text.indexOf("${")) + 1));
            }
            return JSON.readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void check(JsonNode states) {
        states.properties().forEach(named -> {
            var state = named.getValue();
            var known = KNOWN.get(state.path("Type").asText());
            if (known == null) {
                throw new IllegalArgumentException(
                        "The state " + named.getKey() + " is of no type that is known here.");
            }
            Fields.of(state).allow(ANY).only(known);
            state.path("Retry").forEach(retrier -> Fields.of(retrier).only(RETRIER));
            state.path("Catch").forEach(catcher -> Fields.of(catcher).only(CATCHER));
            if (state.has("ItemProcessor")) {
                Fields.of(state.path("ItemProcessor")).only(ITERATOR);
                check(state.path("ItemProcessor").path("States"));
            }
        });
    }

    /** Runs an execution of this name until it has ended. */
    public Ended run(String execution, JsonNode input) {
        var context = JsonNodeFactory.instance.objectNode();
        context.withObject("/Execution").put("Name", execution).set("Input", input);
        var until = definition.has("TimeoutSeconds")
                ? clock.instant().plusSeconds(definition.path("TimeoutSeconds").asLong())
                : Instant.MAX;
        var run = new Run(context, until, new ArrayList<>());
        try {
            return new Ended(Ended.Status.SUCCEEDED, run.through(definition, input), null, null, run.entered());
        } catch (TimedOut late) {
            return new Ended(Ended.Status.TIMED_OUT, null, "States.Timeout", null, run.entered());
        } catch (Failure failed) {
            return new Ended(Ended.Status.FAILED, null, failed.error(), failed.cause(), run.entered());
        }
    }

    /** The whole execution has: no Catch hears of it. */
    private static final class TimedOut extends RuntimeException {}

    private final class Run {

        private final ObjectNode context;
        private final Instant until;
        private final List<String> entered;

        private Run(ObjectNode context, Instant until, List<String> entered) {
            this.context = context;
            this.until = until;
            this.entered = entered;
        }

        private List<String> entered() {
            return List.copyOf(entered);
        }

        private JsonNode through(JsonNode flow, JsonNode input) {
            var name = flow.path("StartAt").asText();
            var at = input;
            while (true) {
                if (!clock.instant().isBefore(until)) {
                    throw new TimedOut();
                }
                var state = flow.path("States").path(name);
                entered.add(name);
                var step = step(state, new Paths(at, context));
                if (step.next() == null) {
                    return step.output();
                }
                name = step.next();
                at = step.output();
            }
        }

        /** @param next null where it ends */
        private record Step(JsonNode output, String next) {}

        private Step step(JsonNode state, Paths paths) {
            var next = state.path("Next").asText(null);
            return switch (state.path("Type").asText()) {
                case "Choice" -> new Step(paths.input(), new Choices(paths).next(state));
                case "Wait" -> {
                    clock.jump(Duration.ofSeconds(state.path("Seconds").asLong()));
                    yield new Step(paths.input(), next);
                }
                case "Fail" -> throw failure(state, paths);
                case "Pass" -> new Step(result(state, paths, passed(state, paths)), next);
                case "Task", "Map" -> caught(state, paths, next);
                default -> throw new IllegalStateException(state.toString());
            };
        }

        private static JsonNode passed(JsonNode state, Paths paths) {
            var input =
                    state.has("InputPath") ? paths.at(state.path("InputPath").asText()) : paths.input();
            return state.has("Parameters") ? new Paths(input, paths.context()).filled(state.path("Parameters")) : input;
        }

        private static JsonNode result(JsonNode state, Paths paths, JsonNode result) {
            return paths.with(state.path("ResultPath").asText("$"), result);
        }

        private static Failure failure(JsonNode state, Paths paths) {
            return new Failure(said(state, "Error", paths), said(state, "Cause", paths));
        }

        private static String said(JsonNode state, String field, Paths paths) {
            return state.has(field + "Path")
                    ? paths.at(state.path(field + "Path").asText()).asText()
                    : state.path(field).asText();
        }

        private Step caught(JsonNode state, Paths paths, String next) {
            try {
                return new Step(result(state, paths, worked(state, paths)), next);
            } catch (Failure failed) {
                for (var catcher : state.path("Catch")) {
                    if (names(catcher, failed)) {
                        var told = JsonNodeFactory.instance.objectNode().put("Error", failed.error());
                        if (failed.cause() != null) {
                            told.put("Cause", failed.cause());
                        }
                        return new Step(
                                result(catcher, paths, told),
                                catcher.path("Next").asText());
                    }
                }
                throw failed;
            }
        }

        private JsonNode worked(JsonNode state, Paths paths) {
            return state.path("Type").asText().equals("Map") ? mapped(state, paths) : tried(state, paths);
        }

        private JsonNode mapped(JsonNode state, Paths paths) {
            var results = JsonNodeFactory.instance.arrayNode();
            var items = paths.at(state.path("ItemsPath").asText());
            for (var index = 0; index < items.size(); index++) {
                var item = context.withObject("/Map").withObject("/Item");
                item.put("Index", index).set("Value", items.get(index));
                var selected = new Paths(paths.input(), context).filled(state.path("ItemSelector"));
                results.add(through(state.path("ItemProcessor"), selected));
            }
            context.remove("Map");
            return results;
        }

        /** Each retrier counts its own attempts. */
        private JsonNode tried(JsonNode state, Paths paths) {
            var attempts = new int[state.path("Retry").size()];
            while (true) {
                try {
                    var raw = tasks.run(state, paths);
                    return state.has("ResultSelector")
                            ? new Paths(raw, context).filled(state.path("ResultSelector"))
                            : raw;
                } catch (Failure failed) {
                    waitForAnother(state, attempts, failed);
                }
            }
        }

        private void waitForAnother(JsonNode state, int[] attempts, Failure failed) {
            for (var i = 0; i < attempts.length; i++) {
                var retrier = state.path("Retry").get(i);
                if (names(retrier, failed)) {
                    if (attempts[i] >= retrier.path("MaxAttempts").asInt(3)) {
                        throw failed;
                    }
                    clock.jump(delay(retrier, attempts[i]++));
                    return;
                }
            }
            throw failed;
        }

        /** The longest that the jitter allows. */
        private static Duration delay(JsonNode retrier, int attempt) {
            var seconds = retrier.path("IntervalSeconds").asDouble(1)
                    * Math.pow(retrier.path("BackoffRate").asDouble(2), attempt);
            return Duration.ofMillis(Math.round(
                    1000 * Math.min(seconds, retrier.path("MaxDelaySeconds").asDouble(seconds))));
        }

        private static boolean names(JsonNode rule, Failure failed) {
            for (var name : rule.path("ErrorEquals")) {
                if (failed.is(name.asText())) {
                    return true;
                }
            }
            return false;
        }
    }
}

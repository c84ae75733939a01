package dev.beatcut.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final VirtualClock clock = new VirtualClock();
    private final Tokens tokens = new Tokens(clock);
    private final Services nothing = new Services() {

        @Override
        public JsonNode invoke(String function, JsonNode payload, Duration timeout) {
            throw new Failure("Broken", function);
        }

        @Override
        public boolean goOn() {
            return false;
        }
    };

    private Machine machine(String states) throws IOException {
        var file = Files.writeString(folder.resolve("m.asl.json"), """
                {"StartAt": "A", "TimeoutSeconds": 100, "States": %s}""".formatted(states));
        return new Machine(file, Map.of(), nothing, tokens, clock, (machine, execution, input) -> null);
    }

    private Ended run(String states, String input) throws IOException {
        return machine(states).run("x", JSON.readTree(input));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"A\": {\"Type\": \"Pass\", \"OutputPath\": \"$\", \"End\": true}}",
                "{\"A\": {\"Type\": \"Parallel\", \"Branches\": [], \"End\": true}}",
                "{\"A\": {\"Type\": \"Wait\", \"SecondsPath\": \"$.s\", \"End\": true}}",
                "{\"A\": {\"Type\": \"Task\", \"Resource\": \"r\", \"Retry\": [{\"Errors\": []}], \"End\": true}}",
                "{\"A\": {\"Type\": \"Pass\", \"Result\": \"${Name}\", \"End\": true}}"
            })
    void what_is_not_known_is_refused_before_anything_runs(String states) {
        assertThatIllegalArgumentException().isThrownBy(() -> machine(states));
    }

    @Test
    void a_comparison_that_is_not_known_is_refused() throws IOException {
        var machine = machine(
                "{\"A\": {\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.n\", \"NumericEquals\": 1, \"Next\": \"A\"}]}}");
        assertThatIllegalArgumentException().isThrownBy(() -> machine.run("x", JSON.readTree("{\"n\": 1}")));
    }

    @Test
    void paths_templates_and_functions_make_what_they_say() throws IOException {
        var ended = run(
                "{\"A\": {\"Type\": \"Pass\", \"Parameters\": {\"all.$\": \"$.list[*].id\", \"name.$\":"
                        + " \"States.Format('{}-{}', $$.Execution.Name, $.n)\", \"merged.$\":"
                        + " \"States.JsonMerge($.a, $.b, false)\", \"fixed\": null}, \"ResultPath\": \"$.made\", \"End\": true}}",
                "{\"list\": [{\"id\": 1}, {\"id\": 2}], \"n\": 7, \"a\": {\"x\": 1, \"y\": 1}, \"b\": {\"y\": 2}}");
        assertThat(ended.output().path("made"))
                .isEqualTo(JSON.readTree(
                        "{\"all\": [1, 2], \"name\": \"x-7\", \"merged\": {\"x\": 1, \"y\": 2}, \"fixed\": null}"));
    }

    @Test
    void a_path_to_nothing_ends_the_execution_whatever_is_caught() throws IOException {
        var ended = run(
                "{\"A\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"Parameters\":"
                        + " {\"FunctionName\": \"f\", \"Payload\": {\"x.$\": \"$.none\"}}, \"Catch\": [{\"ErrorEquals\":"
                        + " [\"States.ALL\"], \"Next\": \"B\"}], \"End\": true}, \"B\": {\"Type\": \"Pass\", \"End\": true}}",
                "{}");
        assertThat(ended.error()).isEqualTo("States.Runtime");
    }

    @Test
    void retries_wait_longer_each_time_up_to_the_most_and_then_it_is_caught() throws IOException {
        var ended = run(
                "{\"A\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"Parameters\":"
                        + " {\"FunctionName\": \"f\", \"Payload\": {}}, \"Retry\": [{\"ErrorEquals\": [\"Broken\"],"
                        + " \"IntervalSeconds\": 2, \"MaxAttempts\": 3, \"BackoffRate\": 3, \"MaxDelaySeconds\": 10}], \"Catch\":"
                        + " [{\"ErrorEquals\": [\"States.TaskFailed\"], \"ResultPath\": \"$.why\", \"Next\": \"B\"}], \"End\": true},"
                        + " \"B\": {\"Type\": \"Pass\", \"End\": true}}",
                "{\"kept\": 1}");
        assertThat(clock.jumped()).isEqualTo(Duration.ofSeconds(2 + 6 + 10));
        assertThat(ended.output())
                .isEqualTo(JSON.readTree("{\"kept\": 1, \"why\": {\"Error\": \"Broken\", \"Cause\": \"f\"}}"));
    }

    @Test
    void an_execution_ends_when_its_time_is_up() throws IOException {
        var ended = run("{\"A\": {\"Type\": \"Wait\", \"Seconds\": 60, \"Next\": \"A\"}}", "{}");
        assertThat(ended.status()).isEqualTo(Ended.Status.TIMED_OUT);
        assertThat(ended.states()).containsExactly("A", "A");
    }
}

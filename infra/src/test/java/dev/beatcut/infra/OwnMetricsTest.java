package dev.beatcut.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of ours is watched that the backend does not measure: such an alarm would never ring. */
class OwnMetricsTest {

    @TempDir
    static Path folder;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static Synthesised stack;
    private final OwnMetrics own = new OwnMetrics();

    /** A metric as the template names it. */
    private record Named(String name, Map<String, String> dimensions) {}

    @BeforeAll
    static void synthesise() {
        stack = Synthesised.of(folder, Map.of("tokenSecret", "nemo-token"));
    }

    @Test
    void every_alarm_on_a_metric_of_ours_is_on_one_that_the_backend_tells() {
        var watched = stack.of("AWS::CloudWatch::Alarm")
                .flatMap(alarm -> ofAlarm(alarm).stream())
                .toList();

        assertThat(watched).hasSizeGreaterThan(8).allMatch(one -> own.has(one.name(), one.dimensions()));
        assertThat(watched)
                .extracting(Named::name)
                .contains(
                        "beatcut.render.age",
                        "beatcut.turn.duration",
                        "beatcut.upstream.errors",
                        "beatcut.credits",
                        "beatcut.due");
    }

    @Test
    void so_is_every_graph_of_the_dashboard() throws Exception {
        var board = stack.of("AWS::CloudWatch::Dashboard").findFirst().orElseThrow();
        var text = new StringBuilder();
        board.at("/DashboardBody/Fn::Join/1").forEach(part -> text.append(part.isTextual() ? part.asText() : "x"));
        var graphs = new ArrayList<Named>();
        for (var widget : JSON.readTree(text.toString()).path("widgets")) {
            widget.at("/properties/metrics").forEach(line -> ofGraph(line, graphs));
        }

        assertThat(graphs).hasSizeGreaterThan(20).allMatch(one -> own.has(one.name(), one.dimensions()));
    }

    @Test
    void what_the_backend_does_not_tell_cannot_be_asked_for() {
        assertThatThrownBy(() -> own.of("beatcut.turn.duration", "Sum", Map.of("outcome", "Failed")))
                .hasMessageContaining("does not measure beatcut.turn.duration with {outcome=Failed}");
        assertThatThrownBy(() -> own.of("beatcut.turns", "Sum", Map.of())).hasMessageContaining("measures.txt");
    }

    private static List<Named> ofAlarm(JsonNode alarm) {
        var named = new ArrayList<Named>();
        if (alarm.path("Namespace").asText().equals(OwnMetrics.NAMESPACE)) {
            named.add(new Named(alarm.path("MetricName").asText(), dimensions(alarm.path("Dimensions"))));
        }
        alarm.path("Metrics").forEach(part -> {
            var metric = part.at("/MetricStat/Metric");
            if (metric.path("Namespace").asText().equals(OwnMetrics.NAMESPACE)) {
                named.add(new Named(metric.path("MetricName").asText(), dimensions(metric.path("Dimensions"))));
            }
        });
        return named;
    }

    private static Map<String, String> dimensions(JsonNode list) {
        var all = new HashMap<String, String>();
        list.forEach(one -> all.put(one.path("Name").asText(), one.path("Value").asText()));
        return all;
    }

    /** {@code [namespace, name, dimension, value ..., options]} */
    private static void ofGraph(JsonNode line, List<Named> graphs) {
        if (line.path(0).asText().equals(OwnMetrics.NAMESPACE)) {
            var dimensions = new HashMap<String, String>();
            for (int i = 2; i + 1 < line.size() && line.get(i + 1).isTextual(); i += 2) {
                dimensions.put(line.get(i).asText(), line.get(i + 1).asText());
            }
            graphs.add(new Named(line.get(1).asText(), dimensions));
        }
    }
}

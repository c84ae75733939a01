package dev.beatcut.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.observe.Measure;
import dev.beatcut.observe.Trail;
import dev.beatcut.observe.Trail.Field;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmfMeasuresTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final EmfMeasures measures = new EmfMeasures(new PrintStream(out), JSON, InstantSource.fixed(NOW));

    @ParameterizedTest
    @EnumSource
    void every_measure_is_one_line_that_CloudWatch_understands(Measure what) throws Exception {
        measures.record(
                what, 12.5, what.dimensions().stream().map(name -> "a value").toList());

        var line = out.toString();
        assertThat(line).endsWith("\n").containsOnlyOnce("\n");
        Emf.check(JSON.readTree(line));
    }

    @Test
    void what_is_worked_on_stands_in_the_line_and_is_no_metric() throws Exception {
        try (var _ = Trail.of(Field.SESSION, "ses_1", Field.TURN, "trn_1")) {
            measures.record(Measure.TURN, 1234, List.of("FAILED"));
        }

        assertThat(JSON.readTree(out.toString())).isEqualTo(JSON.readTree("""
                {"_aws":{"Timestamp":1795341600000,"CloudWatchMetrics":[{"Namespace":"Beatcut","Dimensions":[["outcome"]],
                "Metrics":[{"Name":"beatcut.turn.duration","Unit":"Milliseconds"}]}]},
                "outcome":"FAILED","session":"ses_1","turn":"trn_1","beatcut.turn.duration":1234.0}
                """));
    }

    @Test
    void errors_are_metrics_by_code_and_tell_their_endpoint_beside() throws Exception {
        measures.record(Measure.UPSTREAM_ERROR, 1, List.of("5xx", "state"));

        var line = JSON.readTree(out.toString());
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions")).isEqualTo(JSON.readTree("[[\"code\"]]"));
        assertThat(line.at("/endpoint").asText()).isEqualTo("state");
    }
}

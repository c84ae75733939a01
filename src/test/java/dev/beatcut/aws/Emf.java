package dev.beatcut.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * The rules of CloudWatch's Embedded Metric Format: its JSON schema, and that every metric and dimension names a
 * member of
 * the line itself. A line that breaks one is a log line and no metric, and nobody is told.
 */
public final class Emf {

    private static final Set<String> UNITS =
            Set.of("Seconds", "Microseconds", "Milliseconds", "Bytes", "Count", "Percent", "None");

    private Emf() {}

    public static void check(JsonNode line) {
        assertThat(line.isObject()).isTrue();
        var about = line.get("_aws");
        assertThat(about.get("Timestamp").isIntegralNumber()).isTrue();
        assertThat(about.get("Timestamp").asLong()).isGreaterThan(1_600_000_000_000L);
        assertThat(about.get("CloudWatchMetrics").isArray()).isTrue();
        assertThat(about.get("CloudWatchMetrics")).isNotEmpty().allSatisfy(one -> directive(line, one));
    }

    private static void directive(JsonNode line, JsonNode directive) {
        assertThat(directive.get("Namespace").asText()).matches("[^:]{1,1024}");
        assertThat(directive.get("Dimensions")).isNotEmpty().allSatisfy(set -> {
            assertThat(set.isArray()).isTrue();
            assertThat(set.size()).isLessThanOrEqualTo(30);
            assertThat(set).allSatisfy(name -> {
                assertThat(name.asText()).matches("[^:]{1,250}");
                var value = line.get(name.asText());
                assertThat(value.isTextual()).as("%s in %s", name, line).isTrue();
                assertThat(value.asText().length()).isBetween(1, 1024);
            });
        });
        assertThat(directive.get("Metrics").size()).isBetween(1, 100);
        assertThat(directive.get("Metrics")).allSatisfy(metric -> {
            assertThat(metric.get("Name").asText()).matches(".{1,1024}");
            assertThat(UNITS).contains(metric.get("Unit").asText());
            assertThat(line.get(metric.get("Name").asText()).isNumber()).isTrue();
        });
    }
}

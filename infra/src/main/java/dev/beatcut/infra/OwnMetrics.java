package dev.beatcut.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;

/**
 * What the backend measures. {@code measures.txt} says it, and a test of the backend holds that against the backend:
 * nothing
 * can be watched here that nobody tells.
 */
final class OwnMetrics {

    static final String NAMESPACE = "Beatcut";

    /** @param dimensions and the values of each */
    record Told(String name, Map<String, List<String>> dimensions) {

        boolean tells(String asked, Map<String, String> values) {
            return name.equals(asked)
                    && dimensions.keySet().equals(values.keySet())
                    && values.entrySet().stream()
                            .allMatch(one -> dimensions.get(one.getKey()).contains(one.getValue()));
        }
    }

    private final List<Told> told = new ArrayList<>();

    OwnMetrics() {
        try (var file = OwnMetrics.class.getResourceAsStream("measures.txt")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(OwnMetrics::read)
                    .forEach(told::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Told read(String line) {
        var words = List.of(line.split(" "));
        var dimensions = new LinkedHashMap<String, List<String>>();
        for (var dimension : words.subList(2, words.size())) {
            var parts = dimension.split("=", 2);
            dimensions.put(parts[0], List.of(parts[1].split("\\|")));
        }
        return new Told(words.getFirst(), dimensions);
    }

    boolean has(String name, Map<String, String> dimensions) {
        return told.stream().anyMatch(one -> one.tells(name, dimensions));
    }

    /** The values that the one dimension of a metric may have. */
    List<String> values(String name, String dimension) {
        return told.stream()
                .filter(one ->
                        one.name().equals(name) && one.dimensions().keySet().equals(Set.of(dimension)))
                .map(one -> one.dimensions().get(dimension))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no single dimension " + dimension));
    }

    Metric of(String name, String statistic, Map<String, String> dimensions) {
        if (!has(name, dimensions)) {
            throw new IllegalArgumentException("The backend does not measure " + name + " with " + dimensions
                    + "; what it measures is in measures.txt: " + told);
        }
        var label = dimensions.isEmpty() ? name : String.join(" ", dimensions.values());
        return Metric.Builder.create()
                .namespace(NAMESPACE)
                .metricName(name)
                .dimensionsMap(dimensions)
                .statistic(statistic)
                .label(label)
                .period(Duration.minutes(5))
                .build();
    }
}

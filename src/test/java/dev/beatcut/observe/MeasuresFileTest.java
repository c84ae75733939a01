package dev.beatcut.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.announce.Destination;
import dev.beatcut.nemo.UpstreamCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the stack may watch is what the backend measures, to the last value of a dimension. */
class MeasuresFileTest {

    private static final Path FILE = Path.of("infra/src/main/resources/dev/beatcut/infra/measures.txt");

    private static final Map<String, List<String>> VALUES = Map.of(
            "outcome", List.of("DONE", "FAILED"),
            "end", List.of("COMPLETED", "FAILED", "CANCELLED"),
            "endpoint", UpstreamCodes.ENDPOINTS,
            "code", UpstreamCodes.all(),
            "destination", Arrays.stream(Destination.values()).map(Enum::name).toList(),
            "kind", List.of("all", "media", "render", "turn-open"));

    @Test
    void the_file_of_the_stack_says_what_is_measured() throws IOException {
        var lines =
                Arrays.stream(Measure.values()).flatMap(MeasuresFileTest::lines).toList();
        assertThat(Files.readAllLines(FILE).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList())
                .as("the lines of %s; make them:%n%s%n", FILE, String.join("\n", lines))
                .isEqualTo(lines);
    }

    private static Stream<String> lines(Measure what) {
        return what.sets().stream().map(names -> Stream.concat(
                        Stream.of(what.wireName(), what.unit().wireName()),
                        names.stream().map(name -> name + "=" + String.join("|", VALUES.get(name))))
                .collect(Collectors.joining(" ")));
    }
}

package dev.beatcut.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.observe.Measure;
import dev.beatcut.observe.Measures;
import dev.beatcut.observe.Trail;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/**
 * Measures as lines of CloudWatch's Embedded Metric Format on the standard output, from which CloudWatch takes them:
 * a line
 * each, written at once, since a function is frozen when it has answered. What is worked on stands in the line too,
 * where it
 * can be searched for but is no metric of its own.
 */
@Singleton
@DefaultBean
public final class EmfMeasures implements Measures {

    public static final String NAMESPACE = "Beatcut";

    private final PrintStream out;
    private final ObjectMapper json;
    private final InstantSource clock;

    @Inject
    EmfMeasures(ObjectMapper json, InstantSource clock) {
        this(new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8), json, clock);
    }

    EmfMeasures(PrintStream out, ObjectMapper json, InstantSource clock) {
        this.out = out;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void record(Measure what, double value, List<String> dimensions) {
        var line = json.createObjectNode();
        head(line, what);
        for (int i = 0; i < dimensions.size(); i++) {
            line.put(what.dimensions().get(i), dimensions.get(i));
        }
        Trail.here().forEach((field, id) -> line.put(field.wireName(), id));
        line.put(what.wireName(), value);
        out.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void head(ObjectNode line, Measure what) {
        var about = line.putObject("_aws").put("Timestamp", clock.millis());
        var metrics = about.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
        var sets = metrics.putArray("Dimensions");
        what.sets().forEach(names -> names.forEach(sets.addArray()::add));
        metrics.putArray("Metrics")
                .addObject()
                .put("Name", what.wireName())
                .put("Unit", what.unit().wireName());
    }
}

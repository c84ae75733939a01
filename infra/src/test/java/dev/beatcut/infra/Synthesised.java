package dev.beatcut.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** The stack as it would be deployed, from artifacts that stand in for the packaged ones. */
final class Synthesised {

    static final Map<String, String> CHOSEN = Map.of("issuer", "https://id.example.com/", "audience", "beatcut");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Annotations annotations;
    private final JsonNode resources;

    private Synthesised(BeatcutStack stack) {
        this.annotations = Annotations.fromStack(stack);
        this.resources = JSON.valueToTree(Template.fromStack(stack).toJSON()).path("Resources");
    }

    /** @param folder empty; it gets the artifacts */
    static Synthesised of(Path folder, Map<String, String> context) {
        var chosen = new HashMap<String, Object>(CHOSEN);
        chosen.putAll(flags());
        chosen.putAll(context);
        var app = new App(AppProps.builder()
                .context(chosen)
                .outdir(folder.resolve("cdk.out").toString())
                .build());
        var stack = new BeatcutStack(
                app,
                "Beatcut",
                Deployment.of(app.getNode(), packaged(folder)),
                StackProps.builder().build());
        Aspects.of(app).add(new AwsSolutionsChecks());
        return new Synthesised(stack);
    }

    /** A folder as {@code ./mvnw package -Dlambda=functions} and {@code api} leave it. */
    static Path packaged(Path root) {
        try {
            for (var shape : List.of("functions", "api")) {
                var zip =
                        Files.createDirectories(root.resolve("target-" + shape)).resolve("function.zip");
                Files.writeString(zip, shape);
            }
            return root;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What cdk.json says, which only the command line reads. */
    private static Map<String, Object> flags() {
        try {
            var context = JSON.readTree(Path.of("cdk.json").toFile()).path("context");
            var flags = new HashMap<String, Object>();
            context.properties()
                    .forEach(flag -> flags.put(flag.getKey(), flag.getValue().asBoolean()));
            return flags;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @throws RuntimeException that says what cdk-nag objects to */
    void nag() {
        annotations.hasNoError("*", Match.stringLikeRegexp("AwsSolutions-.*"));
    }

    Stream<JsonNode> of(String type) {
        return resources
                .valueStream()
                .filter(resource -> resource.path("Type").asText().equals(type))
                .map(resource -> resource.path("Properties"));
    }

    /** What the one resource of this type waits for. */
    Stream<String> dependencies(String type) {
        return resources
                .valueStream()
                .filter(resource -> resource.path("Type").asText().equals(type))
                .flatMap(resource -> resource.path("DependsOn").valueStream())
                .map(JsonNode::asText);
    }

    /** The resource of this type whose logical id begins so. */
    JsonNode named(String type, String prefix) {
        return resources.properties().stream()
                .filter(resource -> resource.getKey().startsWith(prefix)
                        && resource.getValue().path("Type").asText().equals(type))
                .map(resource -> resource.getValue().path("Properties"))
                .findFirst()
                .orElseThrow();
    }
}

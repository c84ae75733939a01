package dev.beatcut.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/** A zip that {@code ./mvnw package -Dlambda=...} made. */
public enum Artifact {
    FUNCTIONS("functions", "dev.beatcut.start.FunctionHandler::handleRequest"),
    API("api", "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest");

    private final String shape;
    private final String handler;

    Artifact(String shape, String handler) {
        this.shape = shape;
        this.handler = handler;
    }

    /** {@code class::method} of its JVM zip. */
    public String handler() {
        return handler;
    }

    /** A native executable, if one was built. */
    public Optional<Path> bootstrap() {
        return Optional.of(folder().resolve("bootstrap")).filter(Files::isExecutable);
    }

    private Path folder() {
        return Path.of("target-" + shape);
    }

    private Path zip() {
        return folder().resolve("function.zip");
    }

    private ZipFile open() throws IOException {
        if (!Files.isRegularFile(zip())) {
            throw new IllegalStateException(zip() + " is not there: ./mvnw -q package -Dlambda=" + shape + " makes it");
        }
        return new ZipFile(zip().toFile());
    }

    long bytes() {
        try {
            return Files.size(zip());
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    List<String> entries() {
        try (var file = open()) {
            return file.stream().map(entry -> entry.getName()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As Lambda does it. */
    public Path unzipped(Path folder) {
        try (var file = open()) {
            for (var entry : file.stream().filter(one -> !one.isDirectory()).toList()) {
                var target = folder.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                try (var bytes = file.getInputStream(entry)) {
                    Files.copy(bytes, target);
                }
            }
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

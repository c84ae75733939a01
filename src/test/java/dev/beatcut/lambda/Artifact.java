package dev.beatcut.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

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

    /** What is in it, and in the jar in it. */
    List<String> entries() {
        var names = new ArrayList<String>();
        try (var file = open()) {
            for (var entry : file.stream().toList()) {
                names.add(entry.getName());
                if (entry.getName().endsWith(".jar")) {
                    names.addAll(names(file.getInputStream(entry)));
                }
            }
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> names(InputStream jar) throws IOException {
        var names = new ArrayList<String>();
        try (var in = new ZipInputStream(jar)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    /** The text of a file in the jar in it. */
    String text(String name) {
        try (var file = open()) {
            var jar = file.stream()
                    .filter(one -> one.getName().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
            try (var in = new ZipInputStream(file.getInputStream(jar))) {
                for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (entry.getName().equals(name)) {
                        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    }
                }
                throw new IllegalArgumentException(name + " is not in " + jar);
            }
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

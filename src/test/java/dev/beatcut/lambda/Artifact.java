package dev.beatcut.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** A zip that {@code ./mvnw package -Dlambda=...} made. */
enum Artifact {
    FUNCTIONS("target-functions"),
    API("target-api");

    private final Path zip;

    Artifact(String folder) {
        zip = Path.of(folder, "function.zip");
    }

    long bytes() {
        try {
            return Files.size(zip);
        } catch (IOException absent) {
            throw new IllegalStateException(zip + " is not there: ./mvnw verify makes it", absent);
        }
    }

    List<String> entries() {
        try (var file = new ZipFile(zip.toFile())) {
            return file.stream().map(entry -> entry.getName()).toList();
        } catch (IOException absent) {
            throw new IllegalStateException(zip + " is not there: ./mvnw verify makes it", absent);
        }
    }

    /** As Lambda does it. */
    Path unzipped(Path folder) {
        try (var file = new ZipFile(zip.toFile())) {
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

package dev.beatcut.laptop;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Without arguments the server; with {@code sync} one film and out. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... args) {
        if (args.length == 0) {
            Quarkus.run(args);
            return;
        }
        var parsed = SyncOptions.parse(args);
        if (parsed.exitCode() != null) {
            System.exit(parsed.exitCode());
        }
        sync(args);
    }

    /** One process with nothing shared: a free port and a data folder of its own, gone at the end. */
    private static void sync(String... args) {
        var data = folder(Path.of(System.getenv().getOrDefault("BEATCUT_DATA", System.getProperty("java.io.tmpdir"))));
        if (data == null) {
            System.exit(1);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(data)));
        System.setProperty("quarkus.http.port", "0");
        System.setProperty("beatcut.data", data.toString());
        System.setProperty("quarkus.vertx.cache-directory", data.resolve("vertx").toString());
        System.setProperty("quarkus.log.console.level", "ERROR");
        Quarkus.run(SyncRun.class, Main::end, args);
    }

    /** @return null if there can be none, which has been said then */
    static Path folder(Path parent) {
        try {
            return Files.createTempDirectory(Files.createDirectories(parent), "beatcut-sync");
        } catch (IOException unusable) {
            System.err.println("beatcut: The folder \"" + parent + "\" for temporary files cannot be used ("
                    + unusable + ")." + System.lineSeparator()
                    + "Next: Set BEATCUT_DATA to a folder that you may write to, and run it again.");
            return null;
        }
    }

    private static void end(int code, Throwable failure) {
        if (failure != null) {
            System.err.println("beatcut: " + failure);
        }
        System.exit(failure == null ? code : 1);
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | java.io.UncheckedIOException vanishing) {
            // What still runs may delete its own files at the same time.
            folder.toFile().deleteOnExit();
        }
    }
}

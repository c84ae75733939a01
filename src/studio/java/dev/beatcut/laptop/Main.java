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

    public static void main(String... args) throws IOException {
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
    private static void sync(String... args) throws IOException {
        var data = Files.createTempDirectory("beatcut-sync");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(data)));
        System.setProperty("quarkus.http.port", "0");
        System.setProperty("beatcut.data", data.toString());
        System.setProperty("quarkus.log.console.level", "ERROR");
        Quarkus.run(SyncRun.class, Main::end, args);
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

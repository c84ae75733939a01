package dev.beatcut.laptop;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

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
        var ended = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!ended.get()) {
                hush();
            }
            delete(data);
        }));
        System.setProperty("quarkus.http.port", "0");
        System.setProperty("beatcut.data", data.toString());
        System.setProperty("beatcut.url", "");
        System.setProperty("beatcut.aws.table", "");
        System.setProperty("beatcut.aws.bucket", "");
        System.setProperty(
                "quarkus.vertx.cache-directory", data.resolve("vertx").toString());
        System.setProperty("quarkus.log.console.level", "ERROR");
        System.setProperty("quarkus.log.console.stderr", "true");
        Quarkus.run(
                SyncRun.class,
                (code, failure) -> {
                    ended.set(true);
                    end(code, failure);
                },
                args);
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

    /** What is pulled down by Ctrl-C complains, each part in its own way; a person who pressed it need not read that. */
    private static void hush() {
        System.err.println(System.lineSeparator() + "beatcut: Stopped; no film was written.");
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        for (var handler : Logger.getLogger("").getHandlers()) {
            handler.setLevel(Level.OFF);
        }
    }

    private static void end(int code, Throwable failure) {
        if (failure != null) {
            System.err.println("beatcut: " + failure);
        }
        System.exit(failure == null ? code : 1);
    }

    /** What still runs writes and deletes there, and may even make it anew: it is gone when it stays gone for 0.3 s. */
    static void delete(Path folder) {
        for (int passes = 0, gone = 0; passes < 150 && gone < 15; passes++) {
            gone = Files.exists(folder) ? 0 : gone + 1;
            if (gone == 0) {
                deleteOnce(folder);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static void deleteOnce(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException vanishing) {
            // It went while it was listed: the next pass sees what is left.
        }
    }
}

package dev.beatcut.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The packaged server as somebody hosts it for others: the upstream of the functions. */
final class Studio implements AutoCloseable {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[0-9.:]+)");

    private final Path log;
    private final Process process;

    Studio(Path folder) throws IOException {
        log = folder.resolve("studio.log");
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-Dquarkus.http.port=0",
                        "-Dbeatcut.data=" + folder.resolve("studio"),
                        "-Dquarkus.vertx.cache-directory=" + folder.resolve("studio-vertx"),
                        "-jar",
                        JAR.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Its address, as soon as it listens. */
    URI uri() {
        for (var left = 600; left > 0 && process.isAlive(); left--) {
            var found = LISTENING.matcher(log());
            if (found.find()) {
                return URI.create(found.group(1));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new IllegalStateException("The studio does not listen:\n" + log());
    }

    private String log() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}

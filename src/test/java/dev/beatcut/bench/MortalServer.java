package dev.beatcut.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged server on one port and one data folder, begun anew whenever it was killed. */
final class MortalServer implements AutoCloseable {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    private final int port;
    private final Path folder = Files.createTempDirectory("kill-bench");
    private Process process;

    MortalServer(int port) throws IOException {
        this.port = port;
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is not there: run ./mvnw -q package -DskipTests");
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Path data() {
        return folder.resolve("data");
    }

    synchronized void start() throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dquarkus.http.port=" + port,
                        "-Dbeatcut.data=" + data(),
                        "-Dbeatcut.outside.private-urls=true",
                        "-Dquarkus.vertx.cache-directory=" + folder.resolve("vertx"),
                        "-jar",
                        JAR.toString()))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    /** Lets it live, unless it ends by itself. */
    void live(Duration time) throws InterruptedException {
        if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("The server ended by itself; see " + folder.resolve("log"));
        }
    }

    synchronized void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The data stays until the end of this process. */
    @Override
    public synchronized void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
        Runtime.getRuntime().addShutdownHook(new Thread(this::delete));
    }

    private void delete() {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            System.err.println(folder + " is left over: " + left);
        }
    }
}

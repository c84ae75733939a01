package dev.beatcut.team;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The packaged server, run by the command and with the environment of the container file, in a folder of its own. */
final class TeamNode implements AutoCloseable {

    private static final Path APP = Path.of("target/quarkus-app");
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://0\\.0\\.0\\.0:(\\d+)");

    private final Containerfile file = new Containerfile();
    private final Path folder;
    private final Path log;
    private final Map<String, String> environment = new HashMap<>();
    private final Process process;

    /** @param more as a deployment adds it */
    TeamNode(Path folder, Map<String, String> more) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.log = folder.resolve("log");
        file.environment().forEach((name, value) -> environment.put(name, here(value)));
        environment.put("QUARKUS_HTTP_PORT", "0");
        environment.putAll(more);
        process = start();
    }

    private Process start() throws IOException {
        var command = new ArrayList<>(file.entrypoint().stream().map(this::here).toList());
        // As found on the container's PATH.
        command.set(
                0,
                Path.of(System.getProperty("java.home"), "bin", command.getFirst())
                        .toString());
        var builder = new ProcessBuilder(command)
                .directory(APP.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private String here(String said) {
        return said.replace(Containerfile.FOLDER, folder.toString());
    }

    /** Its address, as soon as it listens. */
    URI uri() {
        for (var left = 900; left > 0 && process.isAlive(); left--) {
            var found = LISTENING.matcher(log());
            if (found.find()) {
                return URI.create("http://127.0.0.1:" + found.group(1));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new IllegalStateException("The node does not listen:\n" + log());
    }

    /** What the container's health check says: 0 for healthy. */
    int health() throws IOException, InterruptedException {
        var check = new ProcessBuilder(file.healthCheck());
        check.environment().put("QUARKUS_HTTP_PORT", String.valueOf(uri().getPort()));
        return check.start().waitFor();
    }

    /** Whether it is in the middle of a film of which it has made some already. */
    boolean isFilming() {
        try (var files = Files.walk(folder.resolve("scratch"))) {
            return files.anyMatch(path -> path.getFileName().toString().startsWith("chunk-"));
        } catch (IOException | UncheckedIOException justRemoved) {
            return false;
        }
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** By SIGTERM, as a container is stopped; the exit code. */
    int stop() {
        process.destroy();
        return process.onExit().orTimeout(30, TimeUnit.SECONDS).join().exitValue();
    }

    /** The exit code, when it ends by itself. */
    int ended() {
        return process.onExit().orTimeout(90, TimeUnit.SECONDS).join().exitValue();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        kill();
    }
}

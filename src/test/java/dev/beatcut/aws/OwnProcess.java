package dev.beatcut.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server that tests start beside themselves, on loopback, and that ends with this JVM, whatever ends it. */
final class OwnProcess {

    /** The pipe that it reads closes when this JVM is gone, even by kill -9. */
    private static final String UNTIL_THE_PIPE_CLOSES = "\"$@\" & child=$!; cat > /dev/null; kill -9 $child";

    private final Process process;
    private final Path folder;
    private final URI uri;

    private OwnProcess(Process process, Path folder, URI uri) {
        this.process = process;
        this.folder = folder;
        this.uri = uri;
    }

    /** What to say to {@code java}, given a folder and the port to listen at. */
    interface Arguments {
        List<String> of(Path folder, int port) throws IOException;
    }

    /** Runs java in a new folder, and waits until it listens. */
    static OwnProcess java(String name, Arguments arguments) {
        try {
            var folder = Files.createTempDirectory("beatcut-" + name);
            var port = freePort();
            var command = new ArrayList<>(List.of("sh", "-c", UNTIL_THE_PIPE_CLOSES, name));
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(arguments.of(folder, port));
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            var started = new OwnProcess(process, folder, URI.create("http://127.0.0.1:" + port));
            Runtime.getRuntime().addShutdownHook(new Thread(started::end));
            return started.listening();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    URI uri() {
        return uri;
    }

    private OwnProcess listening() throws IOException {
        for (int left = 1200; left > 0; left--) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
                return this;
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        throw new IllegalStateException(
                "It does not listen at " + uri + ":\n" + Files.readString(folder.resolve("log")));
    }

    private void end() {
        try {
            process.getOutputStream().close();
            process.waitFor(5, TimeUnit.SECONDS);
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException left) {
            // Something in a temporary folder stays behind.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

package dev.beatcut.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The packaged server as a process of its own, with this process's JVM flags, a folder and a port of its own. */
final class ServerProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[0-9.:]+)");
    private static final Pattern PAUSE = Pattern.compile("Pause [^\\n]*?(\\d+)M->(\\d+)M\\((\\d+)M\\) (\\d+\\.\\d+)ms");
    private static final Pattern LONG =
            Pattern.compile("Thread\\[[^\\n]*has been blocked for (\\d+) ms[^\\n]*(?:\\n\\tat [^\\n]*)*");
    private static final Pattern WAITS = Pattern.compile(
            "blocked for \\d{4,} ms|^[^\\n]*\\n\\tat [^\\n]*(?:Unsafe\\.park|Object\\.wait|Thread\\.sleep"
                    + "|FileDispatcher|UnixNativeDispatcher|java\\.io\\.File|Net\\.poll|InetAddress)");
    private static final Pattern COMPLAINT =
            Pattern.compile("[^\\n]* (?:ERROR|WARN) (?!.*BlockedThreadChecker)[^\\n]*");

    private final Path folder;
    private final Process process;

    /**
     * @param cloud its upstream; null: the studio inside it
     * @param heap such as {@code 512m}
     */
    ServerProcess(URI cloud, String heap, List<String> more) throws IOException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is not there: run ./mvnw -q package -DskipTests");
        }
        folder = Files.createTempDirectory("turn-bench");
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-Xmx"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx" + heap,
                "-Xlog:gc*:file=" + folder.resolve("gc.log"),
                "-Dquarkus.http.port=0",
                "-Dbeatcut.data=" + folder.resolve("data"),
                "-Dquarkus.vertx.cache-directory=" + folder.resolve("vertx"),
                // How long one thing may take, and how often that is looked at.
                "-Dquarkus.vertx.max-event-loop-execute-time=PT0.1S",
                "-Dquarkus.vertx.warning-exception-time=PT0.1S"));
        if (cloud != null) {
            command.add("-Dbeatcut.nemo.url=" + cloud);
        }
        command.addAll(more);
        command.addAll(List.of("-jar", JAR.toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    /** Its address, as soon as it listens. */
    URI uri() {
        for (var left = 600; left > 0 && process.isAlive(); left--) {
            var found = LISTENING.matcher(read("log"));
            if (found.find()) {
                return URI.create(found.group(1));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new IllegalStateException("The server does not listen:\n" + read("log"));
    }

    Duration cpu() {
        return Processes.cpuOf(process.pid());
    }

    /**
     * Where an event loop stood when it had been at one thing for 0.1 s since the server listens. On a busy machine that
     * is also told of a loop that only waits for a processor.
     */
    List<String> longAtOneThing() {
        var log = read("log");
        var listening = LISTENING.matcher(log);
        return LONG.matcher(log)
                .region(listening.find() ? listening.end() : 0, log.length())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Those of them that waited for something, or took a second for whatever reason. */
    List<String> blocked() {
        return longAtOneThing().stream()
                .filter(stack -> WAITS.matcher(stack).find())
                .toList();
    }

    List<String> complaints() {
        return COMPLAINT.matcher(read("log")).results().map(MatchResult::group).toList();
    }

    /** What its collector wrote down, and Linux about its memory. */
    String memory() {
        var pauses = PAUSE.matcher(read("gc.log")).results().toList();
        var ms = pauses.stream()
                .mapToDouble(pause -> Double.parseDouble(pause.group(4)))
                .summaryStatistics();
        return "heap used at most %d MB, after a collection at most %d MB, committed at most %d MB; %s; GC %d pauses, %.0f ms in all, longest %.1f ms"
                .formatted(
                        most(pauses, 1),
                        most(pauses, 2),
                        most(pauses, 3),
                        resident(),
                        pauses.size(),
                        ms.getSum(),
                        ms.getMax());
    }

    private static int most(List<MatchResult> pauses, int group) {
        return pauses.stream()
                .mapToInt(pause -> Integer.parseInt(pause.group(group)))
                .max()
                .orElse(0);
    }

    private String resident() {
        try {
            return "resident at most %.0f MB".formatted(Processes.peakMb(process.pid()));
        } catch (IOException notLinux) {
            return "resident unknown";
        }
    }

    long dataBytes() {
        try (var files = Files.walk(folder.resolve("data"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit()
                .orTimeout(30, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}

package dev.beatcut.studio.ffmpeg;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The processes that run now. None outlives its call, nor a JVM that ends in order (SIGTERM, Ctrl-C, exit). */
final class Children {

    private static final long GRACE_SECONDS = 3;

    private final Map<String, String> environment;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    /** What fails from now on was ended by {@link #endAll}, and says nothing of its work. */
    private volatile boolean ending;

    Children(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Ends what runs when the JVM ends. */
    Children endingWithTheJvm() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::endAll, "ffmpeg-end"));
        return this;
    }

    void endAll() {
        ending = true;
        running.forEach(Children::end);
    }

    /**
     * Runs a command to its end.
     *
     * @param logLines gets every line of standard error; may be null
     * @return what the reader made of standard output
     * @throws FfmpegFailed the exit code was not 0
     * @throws CancellationException the thread was interrupted (its interrupt flag is set then), or the JVM ends; the
     *     process has ended
     */
    <T> T read(List<String> command, Reading<T> reader, Consumer<String> logLines) {
        return run(command, nothing -> {}, reader, logLines);
    }

    /** Like {@link #read}; {@code writer} feeds standard input on this thread and waits where the process is slower. */
    <T> T run(List<String> command, Writing writer, Reading<T> reader, Consumer<String> logLines) {
        var process = start(command);
        try {
            var log = new Log(logLines);
            var errors = task(() -> drained(process, log));
            var output = task(() -> readToTheEnd(process, reader));
            var brokenPipe = fed(process, writer);
            var result = result(output, process);
            errors.get();
            int exitCode = process.waitFor();
            if (exitCode != 0 && ending) {
                throw new CancellationException("The studio stops; " + nameOf(command) + " was stopped");
            }
            if (exitCode != 0) {
                throw new FfmpegFailed(nameOf(command), exitCode, log.lines(), log.diskFull());
            }
            if (brokenPipe != null) {
                throw new UncheckedIOException(nameOf(command) + " ended before it had read everything", brokenPipe);
            }
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted; " + nameOf(command) + " was stopped");
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            end(process);
            running.remove(process);
        }
    }

    private Process start(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            running.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + nameOf(command), e);
        }
    }

    /** What kept the process from being fed to the end, else null: why it stopped reading, its exit code says better. */
    private static IOException fed(Process process, Writing writer) {
        try (var input = process.getOutputStream()) {
            writer.to(input);
            return null;
        } catch (IOException stoppedReading) {
            return stoppedReading;
        }
    }

    /** A reader may stop early; the process must not wait for room in the pipe then. */
    private static <T> T readToTheEnd(Process process, Reading<T> reader) throws IOException {
        var output = process.getInputStream();
        var result = reader.from(output);
        output.transferTo(OutputStream.nullOutputStream());
        return result;
    }

    private static Void drained(Process process, Log log) {
        log.drain(process.getErrorStream());
        return null;
    }

    /**
     * A failed process says more than the reader that saw its output stop short, so a reader's failure is held back
     * until the exit code is known; a reader that fails while the process still runs ends it and is heard.
     */
    private static <T> FutureTask<T> result(FutureTask<T> output, Process process) throws InterruptedException {
        try {
            output.get();
        } catch (ExecutionException e) {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                throw unwrapped(e);
            }
        }
        return output;
    }

    private static <T> FutureTask<T> task(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.startVirtualThread(task);
        return task;
    }

    private static RuntimeException unwrapped(ExecutionException failure) {
        return switch (failure.getCause()) {
            case IOException e -> new UncheckedIOException(e);
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(failure.getCause());
        };
    }

    private static String nameOf(List<String> command) {
        return Path.of(command.getFirst()).getFileName().toString();
    }

    /** SIGTERM, then SIGKILL; waits until it is gone, also when the thread is interrupted. */
    private static void end(Process process) {
        if (!process.isAlive()) {
            return;
        }
        var interrupted = Thread.interrupted();
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

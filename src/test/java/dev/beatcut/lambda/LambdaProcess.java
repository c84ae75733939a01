package dev.beatcut.lambda;

import dev.beatcut.lambda.RuntimeApi.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An unzipped artifact run as Lambda runs it, told by environment: a JVM zip by the runtime interface client from the
 * task root, with the flags of Lambda's own start of Java; a native executable as it is.
 */
public final class LambdaProcess implements AutoCloseable {

    private static final Path CLIENT = Path.of("target/lambda-runtime").toAbsolutePath();

    /** Of a function of 512 MB. */
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:MaxHeapSize=445645k",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-XX:+TieredCompilation",
            "-XX:TieredStopAtLevel=1",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "-Djava.net.preferIPv4Stack=true",
            // It loads its own native part, and says so at length since JDK 24.
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            CLIENT + "/*",
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda");

    /** Longer than any call of these tests takes on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RuntimeApi api;
    private final Process process;
    private final Path log;
    private final long begun;

    private LambdaProcess(Path task, List<String> command, Map<String, String> environment) {
        try {
            api = new RuntimeApi();
            log = Files.createTempFile("lambda", ".log");
            var builder = new ProcessBuilder(command)
                    .directory(task.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("NEMO_"));
            builder.environment()
                    .putAll(Map.of(
                            "AWS_LAMBDA_RUNTIME_API", api.address(),
                            "AWS_LAMBDA_FUNCTION_NAME", "test",
                            "AWS_LAMBDA_FUNCTION_VERSION", "1",
                            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
                            "AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand",
                            "LAMBDA_TASK_ROOT", task.toString(),
                            "_HANDLER", command.getLast()));
            builder.environment().putAll(environment);
            begun = System.nanoTime();
            process = builder.start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * @param task the unzipped artifact
     * @param handler {@code class::method}
     */
    public static LambdaProcess jvm(Path task, String handler, Map<String, String> environment) {
        if (!Files.isDirectory(CLIENT)) {
            throw new IllegalStateException(CLIENT + " is not there: ./mvnw verify and -Pbench copy it");
        }
        var command = new ArrayList<>(JAVA);
        command.add(handler);
        return new LambdaProcess(task, command, environment);
    }

    public static LambdaProcess nativeExecutable(Path bootstrap, Map<String, String> environment) {
        var executable = bootstrap.toAbsolutePath();
        return new LambdaProcess(executable.getParent(), List.of(executable.toString()), environment);
    }

    /** @param timeout what the function is told to have */
    public Reply invoke(String event, Duration timeout) {
        var reply = api.invoke(event, timeout);
        process.onExit().thenRun(() -> reply.complete(new Reply(true, "The process has ended:\n" + log())));
        return answered(reply, event);
    }

    /** Lambda takes its snapshot here: the process has got ready and waits for its restoration. */
    void awaitCheckpoint() {
        var checkpoint = api.checkpoint();
        process.onExit()
                .thenRun(() -> checkpoint.completeExceptionally(
                        new IllegalStateException("The process has ended:\n" + log())));
        answered(checkpoint, "a snapshot");
    }

    void restore() {
        api.restore();
    }

    private <T> T answered(CompletableFuture<T> answer, String asked) {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("No answer to " + asked + ":\n" + log(), late);
        } catch (InterruptedException | ExecutionException broken) {
            throw new AssertionError(broken);
        }
    }

    /** When it was started, by {@link System#nanoTime}. */
    public long begun() {
        return begun;
    }

    public long pid() {
        return process.pid();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As Lambda ends one: without a word. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        kill();
        api.close();
        Files.delete(log);
    }
}

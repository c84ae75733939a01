package dev.beatcut.lambda;

import dev.beatcut.lambda.RuntimeApi.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An unzipped artifact run as Lambda runs it: by the runtime interface client, from the task root, told by environment. */
final class LambdaProcess implements AutoCloseable {

    private static final Path CLIENT = Path.of("target/lambda-runtime").toAbsolutePath();

    /** Longer than any call of these tests takes on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RuntimeApi api;
    private final Process process;
    private final Path log;

    /**
     * @param task the unzipped artifact
     * @param handler {@code class::method}
     */
    LambdaProcess(Path task, String handler, Map<String, String> environment) {
        try {
            api = new RuntimeApi();
            log = Files.createTempFile("lambda", ".log");
            var command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    CLIENT + "/*",
                    "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                    handler);
            var builder = new ProcessBuilder(command)
                    .directory(task.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("NEMO_"));
            builder.environment().putAll(environment);
            builder.environment()
                    .putAll(Map.of(
                            "AWS_LAMBDA_RUNTIME_API", api.address(),
                            "AWS_LAMBDA_FUNCTION_NAME", "test",
                            "AWS_LAMBDA_FUNCTION_VERSION", "1",
                            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256",
                            "AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand",
                            "LAMBDA_TASK_ROOT", task.toString(),
                            "_HANDLER", handler));
            process = builder.start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @param timeout what the function is told to have */
    Reply invoke(String event, Duration timeout) {
        var reply = api.invoke(event, timeout);
        process.onExit().thenRun(() -> reply.complete(new Reply(true, "The process has ended:\n" + log())));
        try {
            return reply.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("No answer to " + event + ":\n" + log(), late);
        } catch (InterruptedException | java.util.concurrent.ExecutionException broken) {
            throw new AssertionError(broken);
        }
    }

    String log() {
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

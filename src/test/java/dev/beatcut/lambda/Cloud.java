package dev.beatcut.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.aws.DynamoDbLocal;
import dev.beatcut.aws.S3Proxy;
import dev.beatcut.machine.Tokens;
import dev.beatcut.machine.VirtualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An account with a table, a bucket and the artifacts deployed: each function is a process of its own, started when it is
 * first invoked, as cold and as warm as on Lambda.
 */
final class Cloud implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, LambdaProcess> deployed = new ConcurrentHashMap<>();
    private final VirtualClock clock = new VirtualClock();
    private final Tokens tokens = new Tokens(clock);
    private final Endpoints endpoints;
    private final Path folder;
    private final Map<String, String> account;

    /** @param more of each function's environment */
    Cloud(Path folder, Map<String, String> more) {
        this.folder = folder;
        this.account = new HashMap<>(Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "BEATCUT_AWS_TABLE", DynamoDbLocal.newTable(),
                "BEATCUT_AWS_BUCKET", S3Proxy.newBucket(),
                "QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE", DynamoDbLocal.uri().toString(),
                "QUARKUS_S3_ENDPOINT_OVERRIDE", S3Proxy.uri().toString(),
                "QUARKUS_S3_PATH_STYLE_ACCESS", "true",
                // What an application's manifest says when it is started with -jar.
                "JAVA_TOOL_OPTIONS", "--add-opens=java.base/java.lang=ALL-UNNAMED"));
        endpoints =
                new Endpoints(tokens, (function, event) -> function(function).invoke(event, Duration.ofMinutes(2)));
        account.putAll(endpoints.environment());
        account.put("BEATCUT_AWS_CHAT_FUNCTION", "chat");
        account.putAll(more);
    }

    String bucket() {
        return account.get("BEATCUT_AWS_BUCKET");
    }

    /** Time as the state machines see it. */
    VirtualClock clock() {
        return clock;
    }

    Tokens tokens() {
        return tokens;
    }

    Endpoints endpoints() {
        return endpoints;
    }

    /** Invokes a function as a state machine does, with half a minute to go. */
    JsonNode call(String function, String input) throws IOException {
        return call(function, input, Duration.ofSeconds(30));
    }

    JsonNode call(String function, String input, Duration timeout) throws IOException {
        var reply = function(function).invoke(input, timeout);
        if (reply.error()) {
            throw new AssertionError(function + " failed: " + reply.body() + "\n"
                    + function(function).log());
        }
        return JSON.readTree(reply.body());
    }

    /** A tick of the schedule, with the time that the stack gives it: with less, no step is begun. */
    JsonNode poll() throws IOException {
        return call("poll-renders", "{}", Duration.ofMinutes(2));
    }

    LambdaProcess function(String name) {
        return deployed.computeIfAbsent(name, missing -> function(missing, Map.of()));
    }

    /** @param more of the environment, or other than the account's; the caller ends it */
    LambdaProcess function(String name, Map<String, String> more) {
        var environment = new HashMap<>(Map.of("QUARKUS_FUNQY_EXPORT", name));
        environment.putAll(more);
        return deploy(Artifact.FUNCTIONS, environment);
    }

    LambdaProcess api() {
        return deployed.computeIfAbsent("api", missing -> deploy(Artifact.API, Map.of()));
    }

    private LambdaProcess deploy(Artifact artifact, Map<String, String> more) {
        var environment = new HashMap<>(account);
        environment.putAll(more);
        return LambdaProcess.jvm(unzipped(artifact), artifact.handler(), environment);
    }

    private synchronized Path unzipped(Artifact artifact) {
        var task = folder.resolve(artifact.name());
        return task.toFile().exists() ? task : artifact.unzipped(task);
    }

    @Override
    public void close() throws IOException {
        for (var function : deployed.values()) {
            function.close();
        }
        endpoints.close();
    }
}

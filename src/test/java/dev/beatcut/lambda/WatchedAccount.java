package dev.beatcut.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** What a snapshotted function may call: its role's credentials, an empty table, a secret, an upstream; all write it down. */
final class WatchedAccount implements AutoCloseable {

    static final String ROLE_SECRET = "role-secret-of-this-hour";
    static final String NEMO_TOKEN = "nmv_usr_kept-in-secrets-manager";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    WatchedAccount() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::service);
        server.createContext("/credentials", call -> answer(call, "credentials", """
                {"AccessKeyId": "role", "SecretAccessKey": "%s", "Token": "t", "Expiration": "2099-01-01T00:00:00Z"}
                """.formatted(ROLE_SECRET)));
        server.createContext("/api/", call -> answer(call, "upstream", """
                {"code": 0, "data": {"available": 77, "frozen": 0, "total": 77}}"""));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What was asked for, by the name of the call. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    Map<String, String> environment() {
        var here = "http://127.0.0.1:" + port();
        return Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_CONTAINER_CREDENTIALS_FULL_URI", here + "/credentials",
                "AWS_ENDPOINT_URL_SECRETS_MANAGER", here,
                "QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE", here,
                "BEATCUT_AWS_TABLE", "beatcut",
                "BEATCUT_AWS_BUCKET", "beatcut",
                "BEATCUT_AWS_NEMO_TOKEN_SECRET", "nemo",
                "BEATCUT_NEMO_URL", here,
                "JAVA_TOOL_OPTIONS", "--add-opens=java.base/java.lang=ALL-UNNAMED");
    }

    private void service(HttpExchange call) throws IOException {
        var target = call.getRequestHeaders().getFirst("X-Amz-Target");
        var name = target.substring(target.indexOf('.') + 1);
        answer(
                call,
                name,
                switch (name) {
                    case "GetSecretValue" -> "{\"SecretString\": \"%s\"}".formatted(NEMO_TOKEN);
                    case "GetItem" -> "{}";
                    case String other -> throw new IllegalArgumentException(other);
                });
    }

    private void answer(HttpExchange call, String name, String body) throws IOException {
        asked.add(name);
        call.getRequestBody().readAllBytes();
        call.getResponseHeaders().add("Content-Type", "application/json");
        RuntimeApi.answer(call, 200, body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

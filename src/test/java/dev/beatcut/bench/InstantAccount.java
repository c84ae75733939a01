package dev.beatcut.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * An upstream and a DynamoDB table that answer at once, so that what an invocation takes is the function's own. The table
 * keeps single items and knows no conditions: one caller asks at a time.
 */
final class InstantAccount implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> items = new ConcurrentHashMap<>();
    private final HttpServer server;

    InstantAccount() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::table);
        server.createContext("/api/", this::upstream);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void table(HttpExchange call) throws IOException {
        var asked = JSON.readTree(call.getRequestBody());
        var answer = JSON.createObjectNode();
        switch (call.getRequestHeaders().getFirst("X-Amz-Target")) {
            case "DynamoDB_20120810.GetItem" -> {
                var found = items.get(key(asked.path("Key")));
                if (found != null) {
                    answer.set("Item", found);
                }
            }
            case "DynamoDB_20120810.PutItem" -> items.put(key(asked.path("Item")), asked.path("Item"));
            case "DynamoDB_20120810.DeleteItem" -> items.remove(key(asked.path("Key")));
            case String other -> throw new IllegalArgumentException(other);
        }
        answer(call, "application/x-amz-json-1.0", answer);
    }

    private static String key(JsonNode item) {
        return item.at("/pk/S").asText() + " " + item.at("/sk/S").asText();
    }

    private void upstream(HttpExchange call) throws IOException {
        call.getRequestBody().readAllBytes();
        var data = JSON.createObjectNode();
        var path = call.getRequestURI().getPath();
        if (path.endsWith("/anonymous-token")) {
            data.put("token", "nmv_usr_bench").put("user_id", "anon_bench").put("credits", 100);
        } else if (path.startsWith("/api/tasks/")) {
            data.put("task_id", "task").put("session_id", "session");
        } else if (path.startsWith("/api/credits/")) {
            data.put("available", 100).put("frozen", 0).put("total", 100);
        } else {
            data.putObject("state").putObject("draft");
        }
        answer(call, "application/json", JSON.createObjectNode().put("code", 0).set("data", data));
    }

    private static void answer(HttpExchange call, String type, JsonNode body) throws IOException {
        var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", type);
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

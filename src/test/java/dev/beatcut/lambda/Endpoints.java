package dev.beatcut.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.beatcut.machine.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** What functions call besides the table and the bucket: Step Functions' answers to tasks, and Lambda's asynchronous invoke. */
final class Endpoints implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INVOCATIONS = "/2015-03-31/functions/";

    private final HttpServer server;
    private final Tokens tokens;
    private final BiConsumer<String, String> invoke;
    private final List<String> invoked = new CopyOnWriteArrayList<>();
    private volatile boolean losing;

    /** @param invoke function and event; called on a thread of its own */
    Endpoints(Tokens tokens, BiConsumer<String, String> invoke) {
        this.tokens = tokens;
        this.invoke = invoke;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::task);
        server.createContext(INVOCATIONS, this::invocation);
        server.start();
    }

    Map<String, String> environment() {
        var here = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("AWS_ENDPOINT_URL_SFN", here, "AWS_ENDPOINT_URL_LAMBDA", here);
    }

    /** Whether invocations are accepted and then lost. */
    void lose(boolean lost) {
        losing = lost;
    }

    /** Functions that were invoked without waiting. */
    List<String> invoked() {
        return List.copyOf(invoked);
    }

    private void invocation(HttpExchange call) throws IOException {
        var path = call.getRequestURI().getPath();
        var function = path.substring(INVOCATIONS.length(), path.lastIndexOf('/'));
        var event = body(call);
        invoked.add(function);
        answer(call, 202, "");
        if (!losing) {
            invoke.accept(function, event);
        }
    }

    private void task(HttpExchange call) throws IOException {
        var said = JSON.readTree(body(call));
        var waited = told(call.getRequestHeaders().getFirst("X-Amz-Target"), said);
        answer(call, waited ? 200 : 400, waited ? "{}" : "{\"__type\":\"TaskTimedOut\"}");
    }

    private boolean told(String target, JsonNode said) throws IOException {
        var token = said.path("taskToken").asText();
        return switch (target) {
            case "AWSStepFunctions.SendTaskSuccess" ->
                tokens.succeed(token, JSON.readTree(said.path("output").asText()));
            case "AWSStepFunctions.SendTaskFailure" ->
                tokens.fail(
                        token, said.path("error").asText(), said.path("cause").asText());
            case "AWSStepFunctions.SendTaskHeartbeat" -> tokens.beat(token);
            default -> throw new IllegalArgumentException(target);
        };
    }

    private static String body(HttpExchange call) throws IOException {
        return new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        call.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
        RuntimeApi.answer(call, status, body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

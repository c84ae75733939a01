package dev.beatcut.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** The Lambda Runtime API (2018-06-01) as one function's process sees it, SnapStart's part included. */
public final class RuntimeApi implements AutoCloseable {

    private static final String RUNTIME = "/2018-06-01/runtime/";

    /** What a function made of an event: a response, or an error. */
    public record Reply(boolean error, String body) {}

    private record Invocation(String id, String event, Instant deadline, CompletableFuture<Reply> reply) {}

    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> running = new ConcurrentHashMap<>();
    private final CompletableFuture<String> initError = new CompletableFuture<>();
    private final CompletableFuture<Void> checkpoint = new CompletableFuture<>();
    private final CompletableFuture<Void> restored = new CompletableFuture<>();
    private final HttpServer server;

    RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(RUNTIME + "invocation/", this::invocation);
        server.createContext(RUNTIME + "init/error", this::failedInit);
        server.createContext(RUNTIME + "restore/next", this::restore);
        server.createContext(RUNTIME + "restore/error", this::failedInit);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param timeout what the function is told to have */
    CompletableFuture<Reply> invoke(String event, Duration timeout) {
        var invocation = new Invocation(
                UUID.randomUUID().toString(), event, Instant.now().plus(timeout), new CompletableFuture<>());
        running.put(invocation.id(), invocation);
        waiting.add(invocation);
        initError.thenAccept(why -> invocation.reply().complete(new Reply(true, why)));
        return invocation.reply();
    }

    /** When a process that is told of SnapStart may be snapshotted: it has asked for its restoration. */
    CompletableFuture<Void> checkpoint() {
        initError.thenAccept(why -> checkpoint.completeExceptionally(new IllegalStateException(why)));
        return checkpoint;
    }

    /** Lets such a process go on, as on the machine where its snapshot is restored. */
    void restore() {
        restored.complete(null);
    }

    private void restore(HttpExchange call) throws IOException {
        checkpoint.complete(null);
        restored.join();
        answer(call, 200, "");
    }

    private void invocation(HttpExchange call) throws IOException {
        var path = call.getRequestURI().getPath().substring((RUNTIME + "invocation/").length());
        if (path.equals("next")) {
            next(call);
        } else {
            var id = path.substring(0, path.indexOf('/'));
            var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer(call, 202, "");
            running.remove(id).reply().complete(new Reply(path.endsWith("/error"), body));
        }
    }

    private void next(HttpExchange call) throws IOException {
        try {
            var next = waiting.take();
            var headers = call.getResponseHeaders();
            headers.add("Lambda-Runtime-Aws-Request-Id", next.id());
            headers.add(
                    "Lambda-Runtime-Deadline-Ms", Long.toString(next.deadline().toEpochMilli()));
            headers.add(
                    "Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:123456789012:function:test");
            headers.add("Content-Type", "application/json");
            answer(call, 200, next.event());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void failedInit(HttpExchange call) throws IOException {
        var why = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        answer(call, 202, "");
        initError.complete(why);
    }

    static void answer(HttpExchange call, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

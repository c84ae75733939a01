package dev.beatcut.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** A receiver of webhooks that writes down what it heard. */
final class WebhookEars implements AutoCloseable {

    /** @param id of the event, {@code webhook-id} */
    record Heard(String id, String render) {}

    private final ObjectMapper json;
    private final HttpServer server;
    private final List<Heard> heard = new ArrayList<>();

    WebhookEars(ObjectMapper json) throws IOException {
        this.json = json;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::hear);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/ends");
    }

    private void hear(HttpExchange call) throws IOException {
        try (call) {
            var body = json.readTree(call.getRequestBody());
            synchronized (this) {
                heard.add(new Heard(
                        call.getRequestHeaders().getFirst("webhook-id"),
                        body.path("data").path("id").asText()));
                notifyAll();
            }
            call.sendResponseHeaders(204, -1);
        }
    }

    /** Until so many renders were told of, or {@code patience} is over. */
    synchronized void await(int renders, Duration patience) throws InterruptedException {
        var until = Instant.now().plus(patience);
        while (heard.stream().map(Heard::render).distinct().count() < renders
                && Instant.now().isBefore(until)) {
            wait(1000);
        }
    }

    synchronized List<Heard> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package dev.beatcut.laptop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.UUID;

/** A caller of Beatcut's public API, as any mobile backend would be. */
final class Api {

    /** The API said no; {@code next} is the step that helps. */
    static final class Refused extends RuntimeException {
        private final String next;

        Refused(String detail, String next) {
            super(detail);
            this.next = next;
        }

        String next() {
            return next;
        }
    }

    private final URI base;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    Api(URI base, ObjectMapper json) {
        this.base = base;
        this.json = json;
    }

    ObjectNode object() {
        return json.createObjectNode();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(text(path, "application/json"));
    }

    String text(String path, String accept) throws IOException, InterruptedException {
        return send(request(path).header("Accept", accept).GET().build());
    }

    JsonNode post(String path, ObjectNode body) throws IOException, InterruptedException {
        return json.readTree(send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body.toString()))
                .build()));
    }

    /** Brings a file to where {@code upload} (url, method, headers) says. */
    void bring(Path file, JsonNode upload) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
                .method(upload.path("method").asText(), body(file));
        upload.path("headers")
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        send(request.build());
    }

    private static HttpRequest.BodyPublisher body(Path file) throws FileNotFoundException {
        return BodyPublishers.ofFile(file);
    }

    /** Fetches to {@code file}; links to other places are followed. */
    void fetch(String path, Path file) throws IOException, InterruptedException {
        var answer = http.send(request(path).GET().build(), BodyHandlers.ofFile(file));
        var announced = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
        var arrived = java.nio.file.Files.size(file);
        if (answer.statusCode() != 200 || arrived == 0 || (announced >= 0 && announced != arrived)) {
            throw new Refused(
                    "The film did not arrive whole: status " + answer.statusCode() + ", " + arrived + " of " + announced
                            + " bytes.",
                    "Run it again.");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw refused(answer);
        }
        return answer.body();
    }

    private Refused refused(HttpResponse<String> answer) throws IOException {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.contains("json")) {
            return new Refused("The server answered " + answer.statusCode() + ".", "Run it again.");
        }
        return refused(json.readTree(answer.body()));
    }

    /** A problem as the API words it. */
    static Refused refused(JsonNode problem) {
        return new Refused(
                problem.path("detail").asText("It failed and did not say why."),
                problem.path("next").asText("Run it again."));
    }
}

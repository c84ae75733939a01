package dev.beatcut.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A caller of the API as a mobile app is: with an Idempotency-Key, again and again until there is an answer. */
final class InsistingCaller {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final ObjectMapper json;
    private final Duration patience;

    InsistingCaller(URI server, ObjectMapper json, Duration patience) {
        this.server = server;
        this.json = json;
        this.patience = patience;
    }

    JsonNode post(String path, String body) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Asks until what is told satisfies {@code enough}. */
    JsonNode until(String path, Predicate<JsonNode> enough) throws Exception {
        var seen = send(request(path + "?wait=2").build());
        while (!enough.test(seen)) {
            seen = send(request(path + "?wait=2").build());
        }
        return seen;
    }

    void bring(String session, Path file) throws Exception {
        var name = file.getFileName().toString();
        var media = "/sessions/" + session + "/media";
        var item = post(media, "{\"name\":\"" + name + "\",\"size\":" + Files.size(file) + "}");
        var upload = item.path("upload");
        var put =
                HttpRequest.newBuilder(URI.create(upload.path("url").asText())).PUT(BodyPublishers.ofFile(file));
        upload.path("headers")
                .properties()
                .forEach(header -> put.header(header.getKey(), header.getValue().asText()));
        send(put.build());
        post(media + "/" + item.path("id").asText() + "/complete", "");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(30));
    }

    private JsonNode send(HttpRequest request) throws Exception {
        var until = Instant.now().plus(patience);
        while (Instant.now().isBefore(until)) {
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() < 400) {
                    return json.readTree(answer.body().isEmpty() ? "{}" : answer.body());
                }
                if (answer.statusCode() != 409 && answer.statusCode() < 500) {
                    throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
                }
            } catch (IOException dead) {
                // It is killed, or starts: again.
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
        }
        throw new IllegalStateException("No answer to " + request.uri() + " within " + patience);
    }
}

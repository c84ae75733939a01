package dev.beatcut.team;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Somebody of the team, who asks whichever node he likes. */
final class Member {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "beatcut-team";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;

    Member(String token) {
        this.token = token;
    }

    HttpResponse<String> get(URI node, String path) throws IOException, InterruptedException {
        return http.send(request(node, path).GET().build(), BodyHandlers.ofString());
    }

    JsonNode read(URI node, String path) throws IOException, InterruptedException {
        return JSON.readTree(get(node, path).body());
    }

    HttpResponse<String> post(URI node, String path, String body) throws IOException, InterruptedException {
        return post(node, path, "application/json", BodyPublishers.ofString(body));
    }

    private HttpResponse<String> post(URI node, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        return http.send(
                request(node, path).header("Content-Type", type).POST(body).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(URI node, String path) {
        return HttpRequest.newBuilder(node.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("X-Client-Id", "0b9f7a52-3f0e-4a86-9f3c-3f5d4a8e2c11")
                .header("X-Skill-Source", "music-cog-online")
                .header("X-Skill-Version", "1.0.0")
                .header("X-Skill-Platform", "unknown");
    }

    String opens(URI node) throws IOException, InterruptedException {
        return JSON.readTree(post(node, "/api/tasks/me/with-session/nemo_agent", "{}")
                        .body())
                .at("/data/session_id")
                .asText();
    }

    JsonNode brings(URI node, String session, List<Path> files) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        for (var file : files) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                            + file.getFileName() + "\"\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(Files.readAllBytes(file));
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return JSON.readTree(post(
                        node,
                        "/api/upload-video/nemo_agent/me/" + session,
                        "multipart/form-data; boundary=" + BOUNDARY,
                        BodyPublishers.ofByteArray(body.toByteArray()))
                .body());
    }

    /** The whole stream of what became of it. */
    String says(URI node, String session, String text) throws IOException, InterruptedException {
        var body = JSON.createObjectNode().put("app_name", "nemo_agent").put("user_id", "me");
        body.put("session_id", session)
                .putObject("new_message")
                .putArray("parts")
                .addObject()
                .put("text", text);
        return post(node, "/run_sse", body.toString()).body();
    }

    void exports(URI node, String session, String id, String resolution) throws IOException, InterruptedException {
        var body = JSON.createObjectNode().put("id", id).put("sessionId", session);
        body.set(
                "draft",
                read(node, "/api/state/nemo_agent/me/" + session + "/latest").at("/data/state/draft"));
        body.putObject("output").put("resolution", resolution).put("quality", "draft");
        var answer = post(node, "/api/render/proxy/lambda", body.toString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    JsonNode render(URI node, String id) throws IOException, InterruptedException {
        return read(node, "/api/render/proxy/lambda/" + id);
    }

    Path film(URI link, Path target) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofFile(target))
                .body();
    }
}

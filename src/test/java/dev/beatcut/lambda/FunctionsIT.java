package dev.beatcut.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.studio.ffmpeg.Made;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged functions, run as Lambda runs them, on DynamoDB Local and S3Proxy, against a hosted studio. */
class FunctionsIT {

    /** A chat begins no turn with less than a minute. */
    private static final Duration FOR_A_CHAT = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static Studio studio;
    private static Cloud cloud;

    @BeforeAll
    static void deploy() throws IOException {
        studio = new Studio(folder);
        cloud = new Cloud(folder, Map.of("BEATCUT_NEMO_URL", studio.uri().toString()));
    }

    @AfterAll
    static void tearDown() throws IOException {
        cloud.close();
        studio.close();
    }

    @Test
    void a_film_is_made_by_nothing_but_functions() throws Exception {
        var session = opened("maria");
        upload("maria", session, Made.clip(folder.resolve("pan.mp4"), "testsrc2=s=320x240:r=30:d=6", "-pix_fmt", "yuv420p"));
        upload("maria", session, song());

        var turn = cloud.call("chat", """
                {"owner": "maria", "sessionId": "%s", "text": "cut on every second beat, 4 seconds, square"}"""
                .formatted(session), FOR_A_CHAT);
        assertThat(turn.at("/value/status").asText()).as(turn.toString()).isEqualTo("DONE");
        assertThat(turn.has("problem")).as(turn.toString()).isFalse();

        var timeline = cloud.call("timeline", "{\"owner\": \"maria\", \"sessionId\": \"%s\"}".formatted(session));
        assertThat(timeline.at("/value/lengthMs").asLong()).as(timeline.toString()).isEqualTo(4000);
        assertThat(timeline.at("/value/tracks/0/segments").size()).isGreaterThan(1);

        var export = """
                {"owner": "maria", "idempotencyKey": "film-1", "sessionId": "%s",
                 "resolution": "480p", "quality": "draft"}""".formatted(session);
        var render = cloud.call("export", export);
        assertThat(render.at("/value/status").asText()).as(render.toString()).isIn("SUBMITTING", "PENDING", "PROCESSING");
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            cloud.call("poll-renders", "{}", Duration.ofSeconds(10));
            var now = cloud.call("export", export);
            assertThat(now.at("/value/id")).isEqualTo(render.at("/value/id"));
            return now.at("/value/status").asText().equals("COMPLETED");
        });
    }

    private static String opened(String owner) throws IOException {
        var opened = cloud.call("open-session", "{\"owner\": \"%s\", \"name\": \"Trip\"}".formatted(owner));
        assertThat(opened.at("/value/id").asText()).as(opened.toString()).startsWith("ses_");
        return opened.at("/value/id").asText();
    }

    /** Asks where to put it, puts it there, and says that it is there. */
    private static void upload(String owner, String session, Path file) throws Exception {
        var place = cloud.call("upload", """
                {"owner": "%s", "sessionId": "%s", "name": "%s", "size": %d}"""
                .formatted(owner, session, file.getFileName(), Files.size(file)));
        put(place.at("/value/upload"), file);
        var ready = cloud.call("upload", """
                {"owner": "%s", "sessionId": "%s", "mediaId": "%s"}"""
                .formatted(owner, session, place.at("/value/id").asText()));
        assertThat(ready.at("/value/status").asText()).as(ready.toString()).isEqualTo("READY");
    }

    private static void put(JsonNode upload, Path file) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(upload.at("/url").asText()))
                .method(upload.at("/method").asText(), BodyPublishers.ofFile(file));
        upload.at("/headers").properties().forEach(header -> request.header(
                header.getKey(), header.getValue().asText()));
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    /** A kick on every beat of 120 a minute. */
    private static Path song() {
        return Made.make(folder.resolve("song.mp3"), List.of(
                "-f", "lavfi", "-i", "aevalsrc=0.8*sin(2*PI*70*t)*exp(-18*mod(t\\,0.5)):d=12"));
    }
}

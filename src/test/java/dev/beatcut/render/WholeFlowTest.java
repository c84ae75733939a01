package dev.beatcut.render;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.beatcut.session.ApiProfile;
import dev.beatcut.studio.ffmpeg.Ffmpeg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job over HTTP, on real media through the real studio: bring, say, look, export, download. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class WholeFlowTest {

    private static final Ffmpeg FFMPEG = Ffmpeg.bundled();

    @TempDir
    Path folder;

    private String session;

    @BeforeEach
    void open() {
        session = send("/sessions", "{\"name\":\"Trip\",\"language\":\"en\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void clips_and_a_song_become_a_film() throws Exception {
        bring("pan.mp4", clip("pan.mp4"));
        bring("song.mp3", song());
        given().get(at("/media")).then().body("items.name", equalTo(List.of("pan.mp4", "song.mp3")));

        send(at("/turns?wait=20"), "{\"text\":\"cut on every second beat, 4 seconds, square, title \\\"Hi\\\"\"}")
                .statusCode(202)
                .body("status", equalTo("DONE"))
                .body("intent", equalTo("EDIT"))
                .body("reply", containsString("Done"))
                .body("changes.size()", greaterThan(0));

        given().get(at("/timeline"))
                .then()
                .statusCode(200)
                .body("lengthMs", equalTo(4000))
                .body("tracks", hasSize(3));
        given().accept("text/plain").get(at("/timeline")).then().body(startsWith("Timeline (3 tracks): 1. Video: pan"));
        given().accept("image/svg+xml")
                .get(at("/timeline"))
                .then()
                .contentType("image/svg+xml")
                .body(containsString("<svg"));
        given().get(at("/beats"))
                .then()
                .statusCode(200)
                .body("beats.size()", greaterThan(5))
                .body("tempo", greaterThan(50f));

        var render = send(at("/renders"), "{\"resolution\":\"480p\",\"quality\":\"draft\"}")
                .statusCode(202)
                .extract();
        String id = render.path("id");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get("/renders/" + id + "?wait=20")
                .then()
                .body("status", equalTo("COMPLETED"))
                .body("progress", equalTo(100))
                .body("report.found", greaterThan(0)));

        var link = given().redirects()
                .follow(false)
                .get("/renders/" + id + "/file")
                .then()
                .statusCode(302)
                .extract();
        var film = folder.resolve("film.mp4");
        Files.write(film, fetch(link.header("Location")));
        assertThat(FFMPEG.probe(film).durationMs()).isBetween(3900L, 4100L);
        given().get(at("/renders")).then().body("items.id", equalTo(List.of(id)));
        given().delete("/renders/" + id).then().statusCode(409).body("code", equalTo("AlreadyOver"));
    }

    @Test
    void the_reply_comes_as_it_is_spoken_where_a_stream_is_wanted() {
        var stream = given().contentType(ContentType.JSON)
                .accept("text/event-stream")
                .body("{\"text\":\"please do something nice\"}")
                .post(at("/turns"))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(stream)
                .contains("event:text")
                .contains("event:done")
                .containsPattern("\"status\":\"(DONE|FAILED)\"");
        assertThat(stream.indexOf("event:text")).isLessThan(stream.indexOf("event:done"));
    }

    @Test
    void what_only_asks_is_answered_at_once() {
        say("credits").body("status", equalTo("DONE")).body("reply", containsString("credits are available"));
        say("status").body("reply", containsString("empty"));
        say("upload").body("reply", containsString(at("/media")));
    }

    @Test
    void nothing_to_export_is_told_with_the_next_step_by_route_and_by_word() {
        send(at("/renders"), "{}")
                .statusCode(409)
                .body("code", equalTo("NothingToExport"))
                .body("next", containsString("/turns"));
        send(at("/turns?wait=20"), "{\"text\":\"export\"}")
                .body("status", equalTo("FAILED"))
                .body("problem.code", equalTo("NothingToExport"));
    }

    @Test
    void a_text_named_mp4_is_refused_and_nothing_stays() throws Exception {
        var item = announce("fake.mp4", 20).extract();
        put(item.path("upload"), "This is just a text.".getBytes(StandardCharsets.UTF_8));

        send(at("/media/" + item.path("id") + "/complete"), "").statusCode(422).body("code", equalTo("FileDamaged"));
        given().get(at("/media/" + item.path("id"))).then().body("status", equalTo("REFUSED"));
        given().get(at("/beats")).then().statusCode(404);
    }

    @Test
    void a_message_sent_twice_with_its_key_is_said_once() {
        var first = keyed("one-message").extract();
        keyed("one-message").body("id", equalTo(first.path("id")));
        given().get(at("/turns")).then().body("items", hasSize(1));
    }

    private ValidatableResponse keyed(String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", session + key)
                .body("{\"text\":\"status\"}")
                .post(at("/turns"))
                .then()
                .statusCode(202);
    }

    private ValidatableResponse say(String text) {
        return send(at("/turns"), "{\"text\":\"" + text + "\"}").statusCode(202);
    }

    private void bring(String name, Path file) throws Exception {
        var item = announce(name, Files.size(file)).extract();
        put(item.path("upload"), Files.readAllBytes(file));
        send(at("/media/" + item.path("id") + "/complete"), "").statusCode(200).body("status", equalTo("READY"));
    }

    private ValidatableResponse announce(String name, long size) {
        return send(at("/media"), "{\"name\":\"" + name + "\",\"size\":" + size + "}")
                .statusCode(201);
    }

    private static void put(Map<String, Object> upload, byte[] bytes) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create((String) upload.get("url")));
        ((Map<?, ?>) upload.get("headers")).forEach((name, value) -> request.header((String) name, (String) value));
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    request.method((String) upload.get("method"), HttpRequest.BodyPublishers.ofByteArray(bytes))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private static byte[] fetch(String link) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private String at(String path) {
        return "/sessions/" + session + path;
    }

    private static ValidatableResponse send(String path, String body) {
        Response answer = given().contentType(ContentType.JSON).body(body).post(path);
        return answer.then();
    }

    private Path clip(String name) {
        var file = folder.resolve(name);
        FFMPEG.run(List.of(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x240:rate=30:duration=8",
                "-pix_fmt",
                "yuv420p",
                file.toString()));
        return file;
    }

    /** A kick on every beat of 120 a minute. */
    private Path song() {
        var file = folder.resolve("song.mp3");
        FFMPEG.run(List.of(
                "-f", "lavfi", "-i", "aevalsrc=0.8*sin(2*PI*70*t)*exp(-18*mod(t\\,0.5)):d=12", file.toString()));
        return file;
    }
}

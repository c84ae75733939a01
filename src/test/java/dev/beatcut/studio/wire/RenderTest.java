package dev.beatcut.studio.wire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.beatcut.studio.library.FakeCraft;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports (§6). */
@QuarkusTest
@TestProfile(StudioProfile.class)
class RenderTest {

    @Inject
    FakeCraft craft;

    private final String id = "render_" + UUID.randomUUID();
    private Visitor visitor;

    @BeforeEach
    void edit() {
        visitor = Visitor.arrive().withClipAndSong();
        visitor.says("cut on every second beat, 10 seconds, vertical");
    }

    @AfterEach
    void letGo() {
        craft.films.countDown();
    }

    @Test
    void a_finished_render_is_told_in_every_clients_shape_and_can_be_downloaded() {
        visitor.submits(id)
                .then()
                .statusCode(200)
                .body("code", equalTo(0))
                .body("success", equalTo(true))
                .body("id", equalTo(id))
                .body("data.id", equalTo(id));
        await().until(() -> visitor.polls(id).jsonPath().getString("status").equals("completed"));

        var done = visitor.polls(id);
        var url = done.jsonPath().getString("output.url");
        done.then()
                .body("progress", equalTo(100))
                .body("data.status", equalTo("completed"))
                .body("outputUrl", equalTo(url))
                .body("data.outputUrl", equalTo(url))
                .body("data.output.url", equalTo(url))
                .body("output.duration", equalTo(10.0f))
                .body("data.report.cuts", equalTo(9))
                .body("data.report.meanMs", equalTo(1.5f));
        assertThat(done.jsonPath().getLong("data.completedAt"))
                .isGreaterThanOrEqualTo(done.jsonPath().getLong("data.createdAt"));
        given().get(url).then().statusCode(200).contentType("video/mp4").body(equalTo("film"));
        visitor.asks()
                .header("Range", "bytes=-2")
                .get("/api/render/proxy/" + id + "/download")
                .then()
                .statusCode(206)
                .body(equalTo("lm"));
        assertThat(visitor.credits()).as("an export is free").isEqualTo(96);
    }

    @Test
    void a_film_has_a_poster() {
        visitor.submits(id);
        await().until(() -> visitor.polls(id).jsonPath().getString("status").equals("completed"));

        var poster = visitor.polls(id).jsonPath().getString("data.poster");
        given().get(poster).then().statusCode(200).contentType("image/jpeg").body(equalTo("poster"));
        assertThat(visitor.polls(id).jsonPath().getString("data.preview")).isNull();
    }

    @Test
    void a_preview_is_told_as_one() {
        visitor.submits(id, Map.of("preview", true)).then().statusCode(200);
        await().until(() -> visitor.polls(id).jsonPath().getString("status").equals("completed"));

        var done = visitor.polls(id).jsonPath();
        assertThat(done.getString("data.preview")).isEqualTo(done.getString("output.url"));
    }

    @ParameterizedTest
    @CsvSource({"mp4,video/mp4", "webm,video/webm", "gif,image/gif", "mp3,audio/mpeg"})
    void a_film_comes_as_what_it_is(String format, String type) {
        visitor.submits(id, Map.of("format", format)).then().statusCode(200);
        await().until(() -> visitor.polls(id).jsonPath().getString("status").equals("completed"));

        var url = visitor.polls(id).jsonPath().getString("output.url");
        assertThat(url).endsWith("." + format);
        given().get(url).then().statusCode(200).contentType(type);
    }

    @ParameterizedTest
    @CsvSource({"format,mkv,'mp4, webm, gif, mp3'", "resolution,8k,'480p, 720p, 1080p, 4k'", "quality,best,high"})
    void what_it_cannot_be_is_refused_with_what_it_can(String field, String asked, String accepted) {
        visitor.submits(id, Map.of(field, asked))
                .then()
                .statusCode(400)
                .body("message", containsString("\"" + asked + "\""))
                .body("message", containsString(accepted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Skill-Source", "X-Skill-Version", "X-Skill-Platform"})
    void without_an_attribution_header_it_is_402_before_anything_else(String missing) {
        var request = given();
        List.of("X-Skill-Source", "X-Skill-Version", "X-Skill-Platform").stream()
                .filter(name -> !name.equals(missing))
                .forEach(name -> request.header(name, "x"));

        request.body("no json")
                .post("/api/render/proxy/lambda")
                .then()
                .statusCode(402)
                .body("code", equalTo(402))
                .body("message", containsString(missing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"t\":[]}", "{\"t\":[{\"tt\":0,\"sg\":[]}]}", "null"})
    void a_draft_without_segments_is_a_400(String draft) {
        visitor.exports()
                .body("{\"id\":\"" + id + "\",\"sessionId\":\"" + visitor.session() + "\",\"draft\":" + draft + "}")
                .post("/api/render/proxy/lambda")
                .then()
                .statusCode(400)
                .body("code", equalTo(400));
    }

    @Test
    void an_id_is_a_job_of_one_session() {
        craft.films = new CountDownLatch(1);
        int before = craft.begun.get();
        visitor.submits(id);
        await().until(() -> craft.begun.get() == before + 1);
        visitor.submits(id).then().statusCode(200).body("status", equalTo("processing"));
        var other = Visitor.arrive().withClipAndSong();
        other.says("cut on every second beat, 10 seconds");

        other.submits(id).then().statusCode(409).body("code", equalTo(409));
        other.polls(id).then().statusCode(404).body("code", equalTo(404));
        other.polls("render_unknown").then().statusCode(404).body("code", equalTo(404));
        other.asks().get("/api/render/proxy/" + id + "/download").then().statusCode(404);
    }

    @Test
    void a_cancelled_render_ends_as_failed_and_says_so() {
        craft.films = new CountDownLatch(1);
        visitor.submits(id);

        visitor.asks()
                .post("/api/render/proxy/lambda/" + id + "/cancel")
                .then()
                .statusCode(200)
                .body("code", equalTo(0))
                .body("status", equalTo("failed"))
                .body("cancelled", equalTo(true));
        visitor.polls(id).then().body("status", equalTo("failed")).body("error", containsString("Cancelled"));
    }

    @Test
    void a_source_that_is_no_upload_fails_the_render_only() {
        var draft = Map.of(
                "t", List.of(Map.of("tt", 0, "sg", List.of(Map.of("s", 0, "d", 1000, "src", "file:///etc/passwd")))));
        visitor.exports()
                .contentType("application/json")
                .body(Map.of("id", id, "sessionId", visitor.session(), "draft", draft))
                .post("/api/render/proxy/lambda")
                .then()
                .statusCode(200);

        await().until(() -> visitor.polls(id).jsonPath().getString("status").equals("failed"));
        visitor.polls(id).then().body("error", containsString("no uploaded file"));
    }
}

package dev.beatcut.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.beatcut.objects.Objects;
import dev.beatcut.objects.Parts;
import dev.beatcut.session.ApiProfile;
import dev.beatcut.studio.ffmpeg.Made;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files over HTTP, by signed links, up to the studio's judgement. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class MediaApiTest {

    @TempDir
    static Path folder;

    @Inject
    Objects objects;

    @Test
    void a_film_comes_in_parts_and_is_ready_when_it_is_completed() throws IOException {
        var film = film((int) Parts.LENGTH + 1000);
        var media = session() + "/media";
        var item =
                bring(media, null, film.length, true).statusCode(201).extract().jsonPath();
        var parts = item.<String>getList("upload.parts");
        assertThat(parts).hasSize(2);

        put(parts.get(1), Arrays.copyOfRange(film, (int) Parts.LENGTH, film.length))
                .statusCode(200);
        complete(media, item)
                .statusCode(409)
                .body("code", equalTo("FileIncomplete"))
                .body("detail", containsString(": 1."));
        put(parts.get(0), Arrays.copyOf(film, (int) Parts.LENGTH)).statusCode(200);
        complete(media, item).statusCode(200).body("status", equalTo("READY")).body("width", equalTo(320));

        put(parts.get(0), Arrays.copyOf(film, (int) Parts.LENGTH)).statusCode(409);
        complete(media, item).statusCode(200);
    }

    @Test
    void the_same_key_gives_fresh_links_to_the_same_file() {
        var media = session() + "/media";
        var key = UUID.randomUUID().toString();
        var first = bring(media, key, 10, true).statusCode(201).extract().jsonPath();
        var again = bring(media, key, 10, true).statusCode(201).extract().jsonPath();

        assertThat(again.getString("id")).isEqualTo(first.getString("id"));
        assertThat(again.getString("upload.parts[0]")).contains("upload=");
        given().get(media).then().body("items", hasSize(1));
        bring(media, key, 11, true).statusCode(422);
    }

    @Test
    void a_link_takes_exactly_what_was_announced() {
        var item = bring(session() + "/media", null, 10, false)
                .statusCode(201)
                .extract()
                .jsonPath();

        put(item.getString("upload.url"), new byte[9]).statusCode(400);
        put(item.getString("upload.url"), new byte[11]).statusCode(400);
        put(item.getString("upload.url") + "0", new byte[10]).statusCode(403);
        put(item.getString("upload.url"), new byte[10]).statusCode(200);
    }

    @Test
    void a_file_of_one_session_is_none_of_another() {
        var one = session();
        var item = bring(one + "/media", null, 10, false).extract().jsonPath();

        var elsewhere = session() + "/media/" + item.getString("id");

        given().get(elsewhere).then().statusCode(404);
        given().post(elsewhere + "/complete").then().statusCode(404);
        given().get(one + "/media/" + item.getString("id"))
                .then()
                .statusCode(200)
                .body("upload", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.216.34/a.mp4",
                "https://127.0.0.1/a.mp4",
                "https://169.254.169.254/a.mp4",
                "https://[::1]/a.mp4"
            })
    void a_url_that_is_not_https_at_a_public_address_is_refused_here(String url) {
        given().contentType(ContentType.JSON)
                .body("{\"url\":\"" + url + "\"}")
                .post(session() + "/media")
                .then()
                .statusCode(400)
                .body("code", equalTo("InvalidRequest"))
                .body("detail", not(containsString("Exception")));
    }

    @Test
    void a_range_of_a_stored_film_is_served_by_its_link() throws IOException {
        objects.put("test/range.mp4", Files.writeString(folder.resolve("range"), "0123456789"), "video/mp4");
        var link = objects.link("test/range.mp4", "My film.mp4", Duration.ofMinutes(5))
                .toString();

        ranged(link, "bytes=3-5")
                .statusCode(206)
                .header("Content-Range", "bytes 3-5/10")
                .header("Content-Length", "3")
                .body(equalTo("345"));
        ranged(link, "bytes=-2").statusCode(206).body(equalTo("89"));
        ranged(link, "bytes=10-").statusCode(416).header("Content-Range", "bytes */10");
        given().urlEncodingEnabled(false)
                .get(link)
                .then()
                .statusCode(200)
                .header("Accept-Ranges", "bytes")
                .header("Content-Length", "10")
                .header("Content-Disposition", containsString("My%20film.mp4"))
                .body(equalTo("0123456789"));
    }

    private static ValidatableResponse ranged(String link, String range) {
        return given().urlEncodingEnabled(false)
                .header("Range", range)
                .get(link)
                .then();
    }

    private static String session() {
        return "/sessions/"
                + given().contentType(ContentType.JSON)
                        .body("{}")
                        .post("/sessions")
                        .then()
                        .extract()
                        .<String>path("id");
    }

    private static ValidatableResponse bring(String media, String key, long size, boolean multipart) {
        var request = given().contentType(ContentType.JSON)
                .body("{\"name\":\"film.mp4\",\"type\":\"video/mp4\",\"size\":" + size + ",\"multipart\":" + multipart
                        + "}");
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post(media)
                .then();
    }

    private static ValidatableResponse put(String link, byte[] bytes) {
        return given().urlEncodingEnabled(false)
                .contentType("video/mp4")
                .body(bytes)
                .put(link)
                .then();
    }

    private static ValidatableResponse complete(String media, JsonPath item) {
        return given().post(media + "/" + item.getString("id") + "/complete").then();
    }

    /** A short film, and then nothing up to its size. */
    private static byte[] film(int size) throws IOException {
        var film = Made.make(folder.resolve("film.mp4"), List.of("-f", "lavfi", "-i", "testsrc=s=320x240:d=1"));
        var made = Files.readAllBytes(film);
        return ByteBuffer.allocate(size)
                .put(made)
                .putInt(size - made.length)
                .put("free".getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}

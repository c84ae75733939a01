package dev.beatcut.studio.wire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.beatcut.objects.Objects;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that come (§1.4). */
@QuarkusTest
@TestProfile(StudioProfile.class)
class UploadTest {

    @Inject
    Objects objects;

    @ConfigProperty(name = "beatcut.data")
    Path data;

    @TempDir
    Path folder;

    private Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = Visitor.arrive();
    }

    @Test
    void several_files_of_one_call_are_told_and_are_in_the_session() {
        visitor.asks()
                .contentType("multipart/form-data; boundary=x")
                .body((part("a.mp4", "clip a") + part("歌.bin", "song b") + "--x--\r\n")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/upload-video/nemo_agent/me/" + visitor.session())
                .then()
                .statusCode(200)
                .body("code", equalTo(0))
                .body("data.session_state_applied", equalTo(true))
                .body("data.files", hasSize(2))
                .body("data.files[0].filename", equalTo("a.mp4"))
                .body("data.files[0].file_type", equalTo("video"))
                .body("data.files[0].duration", equalTo(20.0f))
                .body("data.files[0].width", equalTo(640))
                .body("data.files[1].filename", equalTo("歌.bin"))
                .body("data.files[1].file_type", equalTo("audio"));

        visitor.state().then().body("data.state.video_infos", hasSize(2));
    }

    @Test
    void a_files_address_shows_it_without_a_token_and_in_ranges() {
        var address = visitor.brings("夜 景.mp4", "clip night").jsonPath().getString("data.files[0].cdn_url");

        assertThat(given().urlEncodingEnabled(false).get(address).asString()).isEqualTo("clip night");
        given().urlEncodingEnabled(false)
                .header("Range", "bytes=5-8")
                .get(address)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 5-8/10")
                .body(equalTo("nigh"));
        given().urlEncodingEnabled(false)
                .header("Range", "bytes=10-")
                .get(address)
                .then()
                .statusCode(416);
        given().get("/studio/media/0123456789/a.mp4").then().statusCode(404).body("code", equalTo(404));
    }

    @Test
    void another_format_is_4001_with_what_is_accepted_and_nothing_is_kept() throws IOException {
        long before = kept();
        visitor.asks()
                .multiPart("files", "good.mp4", "clip that comes first".getBytes(StandardCharsets.UTF_8))
                .multiPart("files", "notes.mp4", "just text".getBytes(StandardCharsets.UTF_8))
                .post("/api/upload-video/nemo_agent/me/" + visitor.session())
                .then()
                .statusCode(200)
                .body("code", equalTo(4001))
                .body("message", allOf(containsString("notes.mp4"), containsString("mp4, mov, avi")));

        visitor.state().then().body("data.state.video_infos", hasSize(0));
        assertThat(kept()).isEqualTo(before);
        assertThat(scratch()).isZero();
    }

    @Test
    void an_empty_file_is_4001() {
        visitor.brings("empty.mp4", "").then().statusCode(200).body("code", equalTo(4001));
    }

    @Test
    void a_file_over_the_limit_is_4002_and_the_limit_itself_is_not() throws IOException {
        visitor.brings("edge.mp4", "clip " + "x".repeat(100_000 - 5)).then().body("code", equalTo(0));
        visitor.brings("large.mp4", "clip " + "x".repeat(100_000 - 4))
                .then()
                .statusCode(200)
                .body("code", equalTo(4002));
        visitor.brings("huge.mp4", "clip " + "x".repeat(5_000_000))
                .then()
                .statusCode(200)
                .body("code", equalTo(4002));
        assertThat(scratch()).isZero();
    }

    @Test
    void a_body_without_files_is_a_400() {
        visitor.asks()
                .multiPart("file", "a.mp4", "clip".getBytes(StandardCharsets.UTF_8))
                .post("/api/upload-video/nemo_agent/me/" + visitor.session())
                .then()
                .statusCode(400)
                .body("code", equalTo(400));
    }

    @Test
    void a_link_of_the_own_object_store_is_fetched_under_the_name_that_it_carries() throws IOException {
        var file = Files.writeString(folder.resolve("stored"), "clip from the store");
        objects.put("test/stored.mp4", file, "video/mp4");
        var link = objects.link("test/stored.mp4", "假日.mp4", Duration.ofMinutes(5));

        fetch(link.toString())
                .body("code", equalTo(0))
                .body("data.files[0].filename", equalTo("假日.mp4"))
                .body("data.files[0].size", equalTo(19));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/a.mp4",
                "http://localhost/a.mp4",
                "http://[::1]/a.mp4",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/a.mp4",
                "http://2130706433/a.mp4",
                "ftp://example.com/a.mp4",
                "file:///etc/passwd"
            })
    void an_address_inside_is_never_fetched(String url) {
        fetch(url).statusCode(400).body("code", equalTo(400)).body("message", not(containsString("Exception")));
    }

    private io.restassured.response.ValidatableResponse fetch(String url) {
        return visitor.asks()
                .contentType("application/json")
                .body(Map.of("urls", List.of(url), "source_type", "url"))
                .post("/api/upload-video/nemo_agent/me/" + visitor.session())
                .then();
    }

    private static String part(String name, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name + "\"\r\n\r\n" + content
                + "\r\n";
    }

    private long kept() throws IOException {
        return files(data.resolve("objects/kept/studio/media"));
    }

    private long scratch() throws IOException {
        return files(data.resolve("scratch"));
    }

    private static long files(Path where) throws IOException {
        if (Files.notExists(where)) {
            return 0;
        }
        try (var found = Files.walk(where)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock"))
                    .count();
        }
    }
}

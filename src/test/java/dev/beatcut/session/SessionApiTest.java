package dev.beatcut.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projects over HTTP, and what is the same for every route: keys, problems, pages. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class SessionApiTest {

    @Test
    void a_session_is_opened_found_and_listed_newest_first() {
        var older = open("Older");
        var newer = open("Newer");

        given().get("/sessions/" + older).then().statusCode(200).body("name", equalTo("Older"));
        List<String> ids =
                given().get("/sessions").then().statusCode(200).extract().path("items.id");
        assertThat(ids.indexOf(newer)).isLessThan(ids.indexOf(older));
    }

    @Test
    void it_may_be_opened_with_nothing_said() {
        given().contentType(ContentType.JSON)
                .header("Accept-Language", "zh-CN,zh;q=0.9")
                .post("/sessions")
                .then()
                .statusCode(201)
                .header("Location", startsWith("/sessions/ses_"))
                .body("profile", equalTo("music-cog-online"))
                .body("language", equalTo("zh-CN"))
                .body("name", equalTo("project"));
    }

    @Test
    void lists_are_paged() {
        open("a");
        open("b");
        var first = given().queryParam("limit", 1)
                .get("/sessions")
                .then()
                .body("items", hasSize(1))
                .extract();
        given().queryParam("limit", 1)
                .queryParam("next", first.<String>path("next"))
                .get("/sessions")
                .then()
                .body("items", hasSize(1))
                .body("items.id", not(hasItem(first.<String>path("items[0].id"))));
    }

    @Test
    void the_same_key_and_body_get_the_same_answer_and_another_body_is_refused() {
        var key = UUID.randomUUID().toString();
        var first = post(key, "{\"name\":\"Trip\",\"language\":\"en\"}")
                .then()
                .statusCode(201)
                .extract();
        var again = post(key, "{ \"language\":\"en\", \"name\":\"Trip\" }")
                .then()
                .statusCode(201)
                .extract();

        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        post(key, "{\"name\":\"Other\"}")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("IdempotencyKeyReused"));
    }

    @Test
    void a_refused_request_may_come_again_with_its_key() {
        var key = UUID.randomUUID().toString();
        post(key, "{\"profile\":\"unknown\"}").then().statusCode(400);
        post(key, "{\"profile\":\"unknown\"}").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /sessions | {\"name\": | 400 | InvalidRequest",
                "POST | /sessions | {\"name\":{}} | 400 | InvalidRequest",
                "POST | /sessions | [] | 400 | InvalidRequest",
                "POST | /sessions | {\"profile\":\"x\"} | 400 | InvalidRequest",
                "GET | /nothing/here | {} | 404 | NotFound",
                "GET | /sessions/ses_unknown | {} | 404 | NotFound",
                "GET | /sessions/ses_00000000000000000000000000 | {} | 404 | NotFound",
                "GET | /turns/x | {} | 404 | NotFound",
                "GET | /renders/rnd_x | {} | 404 | NotFound",
                "GET | /renders/rnd_x/file | {} | 404 | NotFound",
                "DELETE | /renders/rnd_x | {} | 404 | NotFound",
                "GET | /sessions?limit=0 | {} | 400 | InvalidRequest",
                "GET | /turns/x?wait=soon | {} | 400 | InvalidRequest",
                "PUT | /sessions | {} | 405 | InvalidRequest"
            })
    void what_is_wrong_is_told_as_a_problem(String method, String path, String body, int status, String code) {
        var request = given().contentType(ContentType.JSON);
        (method.equals("GET") ? request : request.body(body))
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", startsWith("urn:beatcut:problem:"))
                .body("detail", notNullValue())
                .body("next", notNullValue());
    }

    @Test
    void another_content_type_is_told_as_a_problem() {
        given().contentType("text/csv")
                .body("a,b")
                .post("/sessions")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    /** With a key and without, announced and not. */
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void a_body_beyond_a_megabyte_is_refused(boolean announced, boolean keyed) throws Exception {
        var body = ("{\"name\":\"" + "x".repeat(1024 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/sessions"))
                .header("Content-Type", "application/json")
                .POST(
                        announced
                                ? BodyPublishers.ofByteArray(body)
                                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        if (keyed) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("FileTooLarge", "/sessions/{id}/media");
        }
    }

    @Test
    void a_body_of_nearly_a_megabyte_is_read() {
        given().contentType(ContentType.JSON)
                .body("{\"name\":\"Trip\"}" + " ".repeat(1_000_000))
                .post("/sessions")
                .then()
                .statusCode(201)
                .body("name", equalTo("Trip"));
    }

    /** It comes by a name of its own that leads here, or says whose it is. */
    @Test
    void a_page_of_elsewhere_is_refused_since_nobody_is_asked_who_calls() {
        for (var header : Map.of("Host", "attacker.example", "Origin", "https://attacker.example")
                .entrySet()) {
            given().header(header.getKey(), header.getValue())
                    .get("/sessions")
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("code", equalTo("Forbidden"))
                    .body("next", containsString("beatcut.access.open=true"));
            given().header(header.getKey(), header.getValue())
                    .header("X-Client-Id", UUID.randomUUID())
                    .post("/api/auth/anonymous-token")
                    .then()
                    .statusCode(403);
        }
        given().header("Origin", "http://localhost:3000")
                .get("/sessions")
                .then()
                .statusCode(200);
    }

    @Test
    void it_is_ready_when_the_table_and_the_studio_are() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("table writable"))
                .body("checks.name", hasItem("upstream reachable"));
    }

    @Test
    void the_description_names_every_route_of_the_api() {
        var paths = given().accept(ContentType.JSON)
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(paths.getMap("paths").keySet())
                .extracting(Object::toString)
                .contains(
                        "/sessions",
                        "/sessions/{session}",
                        "/sessions/{session}/media",
                        "/sessions/{session}/media/{media}",
                        "/sessions/{session}/media/{media}/complete",
                        "/sessions/{session}/turns",
                        "/turns/{turn}",
                        "/sessions/{session}/timeline",
                        "/sessions/{session}/beats",
                        "/sessions/{session}/renders",
                        "/renders/{render}",
                        "/renders/{render}/file",
                        "/credits");
    }

    @Test
    void every_post_takes_a_key_and_every_route_tells_its_problems() {
        var api = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .extract()
                .jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = api.getMap("paths");

        assertThat(paths.values())
                .allSatisfy(path -> path.forEach((method, operation) -> {
                    assertThat(operation.toString())
                            .contains("application/problem+json")
                            .doesNotContain(";qs=");
                    assertThat(operation.toString().contains("Idempotency-Key")).isEqualTo(method.equals("post"));
                }));
    }

    private static String open(String name) {
        return post(UUID.randomUUID().toString(), "{\"name\":\"" + name + "\"}")
                .then()
                .extract()
                .path("id");
    }

    private static Response post(String key, String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/sessions");
    }
}

package dev.beatcut.chat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.beatcut.session.ApiProfile;
import dev.beatcut.session.Cloud;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API before a cloud: silent edits, refusals, and what only our studio tells. */
@QuarkusTest
@TestProfile(CloudTest.Profile.class)
@QuarkusTestResource(value = Cloud.class, restrictToAnnotatedClass = true)
class CloudTest {

    /** A server of its own. */
    public static class Profile extends ApiProfile {}

    private static final String SILENT = """
            data: {"content":{"parts":[{"functionCall":{"id":"a","args":{},"name":"edit_multitrack"}}],"role":"model"},"author":"nemo_agent"}

            data: {"content":{"parts":[{"functionResponse":{"id":"a","name":"edit_multitrack","response":{"status":"success"}}}],"role":"user"},"author":"nemo_agent"}

            data: {"errorCode":"STOP","author":"nemo_agent"}

            """;

    @Cloud.Here
    Cloud cloud;

    private String session;

    @BeforeEach
    void open() {
        cloud.reset();
        session = send("/sessions", "{\"language\":\"en\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void a_silent_edit_is_told_in_words_and_was_sent_once() {
        cloud.server()
                .stubFor(get(urlPathMatching("/api/state/.*"))
                        .inScenario("edit")
                        .whenScenarioStateIs("Started")
                        .willSetStateTo("edited")
                        .willReturn(okJson(Cloud.stateBody(2))));
        cloud.server()
                .stubFor(get(urlPathMatching("/api/state/.*"))
                        .inScenario("edit")
                        .whenScenarioStateIs("edited")
                        .willReturn(okJson(Cloud.stateBody(5))));
        cloud.stream(SILENT);

        send(at("/turns?wait=20"), "{\"text\":\"make it longer\"}")
                .statusCode(202)
                .body("status", equalTo("DONE"))
                .body("reply", startsWith("Done: "))
                .body("reply", containsString("5s"));
        cloud.server().verify(1, postRequestedFor(urlPathEqualTo("/run_sse")));
    }

    /** Rules 7 and 23. */
    @Test
    void a_reply_is_told_once_and_without_the_noise_after_it() {
        cloud.state(2);
        cloud.stream("""
                data: {"content":{"parts":[{"text":"It is "}],"role":"model"},"partial":true,"author":"nemo_agent"}

                data: {"content":{"parts":[{"text":"It is cut."}],"role":"model"},"author":"nemo_agent"}

                data: {"content":{"parts":[{"text":"I encountered a temporary issue."}],"role":"model"},"author":"nemo_agent"}

                """);

        send(at("/turns?wait=20"), "{\"text\":\"cut it\"}")
                .body("status", equalTo("DONE"))
                .body("reply", equalTo("It is cut."));
    }

    @Test
    void a_turn_about_some_files_names_them_upstream() {
        cloud.answer(
                post(urlPathMatching("/api/upload-video/.*")),
                "{\"code\":0,\"data\":{\"files\":[{\"cdn_url\":\"https://cdn.example.com/b.mp4\"}]}}");
        cloud.stream("data: {\"content\":{\"parts\":[{\"text\":\"It is cut.\"}]},\"author\":\"nemo_agent\"}\n\n");
        String file = send(at("/media"), "{\"url\":\"https://93.184.216.34/b.mp4\"}")
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> given().get(at("/media/" + file)).then().body("status", equalTo("READY")));

        send(at("/turns?wait=20"), "{\"text\":\"vertical\",\"media\":[\"" + file + "\"]}")
                .body("status", equalTo("DONE"));
        cloud.server()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo("/run_sse"))
                                .withRequestBody(containing("vertical\\n\\nUse only these files: b.mp4.")));

        send(at("/turns?wait=20"), "{\"text\":\"vertical\",\"media\":[\"" + file.replace("med_", "trn_") + "\"]}")
                .statusCode(404);
    }

    /** Rule 16. */
    @Test
    void an_export_that_the_plan_forbids_is_told_as_such_and_not_as_missing_credits() {
        cloud.state(2);
        cloud.server()
                .stubFor(post(urlPathEqualTo("/api/render/proxy/lambda"))
                        .willReturn(jsonResponse("{\"code\":402,\"message\":\"Upgrade your plan\"}", 402)));

        send(at("/renders"), "{}")
                .statusCode(402)
                .body("code", equalTo("ExportBlocked"))
                .body("next", containsString("bind=anon_abc123"));
        given().get(at("/renders")).then().body("items[0].status", equalTo("FAILED"));
    }

    @Test
    void a_film_is_kept_here_beyond_the_clouds_link() {
        cloud.state(2);
        var film = cloud.server().baseUrl() + "/cdn/film.mp4";
        cloud.answer(
                post(urlPathEqualTo("/api/render/proxy/lambda")),
                "{\"success\":true,\"data\":{\"id\":\"r\",\"status\":\"pending\",\"progress\":5}}");
        cloud.answer(
                get(urlPathMatching("/api/render/proxy/lambda/.*")),
                "{\"status\":\"completed\",\"progress\":100,\"output\":{\"url\":\"" + film + "\"}}");
        cloud.server()
                .stubFor(get(urlPathEqualTo("/cdn/film.mp4"))
                        .willReturn(aResponse().withBody("the film")));

        String id = send(at("/renders"), "{}").statusCode(202).extract().path("id");
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> given().get("/renders/" + id).then().body("status", equalTo("COMPLETED")));
        cloud.server().resetAll();

        var bytes = given().get("/renders/" + id + "/file")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("the film");
    }

    @Test
    void a_cloud_that_tells_no_beats_is_a_typed_problem() {
        cloud.state(2);
        given().get(at("/beats")).then().statusCode(501).body("code", equalTo("UpstreamHasNoBeats"));
    }

    /** Rule 1. */
    @Test
    void no_token_and_no_raw_json_is_in_any_answer() {
        cloud.stream("data: {\"error\": \"nmv_usr_secret was refused\"}\n\n");
        var answer = send(at("/turns?wait=20"), "{\"text\":\"make it longer\"}")
                .extract()
                .asString();

        assertThat(answer).contains("FAILED").doesNotContain("nmv_usr_secret").doesNotContain("5529798706024415232");
    }

    private String at(String path) {
        return "/sessions/" + session + path;
    }

    private static ValidatableResponse send(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }
}

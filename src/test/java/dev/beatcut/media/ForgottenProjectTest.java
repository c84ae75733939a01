package dev.beatcut.media;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.beatcut.session.ApiProfile;
import dev.beatcut.session.Cloud;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** A caller whose project the cloud forgets. */
@QuarkusTest
@TestProfile(ForgottenProjectTest.Profile.class)
@QuarkusTestResource(value = Cloud.class, restrictToAnnotatedClass = true)
class ForgottenProjectTest {

    /** A server of its own. */
    public static class Profile extends ApiProfile {}

    private static final String GONE = "{\"code\":1002,\"message\":\"session not found\"}";

    @Cloud.Here
    Cloud cloud;

    @Test
    void a_caller_is_told_once_what_is_there_again_and_what_is_gone_and_goes_on() {
        cloud.reset();
        cloud.answer(
                post(urlPathMatching("/api/upload-video/.*")),
                "{\"code\":0,\"data\":{\"files\":[{\"cdn_url\":\"https://cdn.example.com/b.mp4\"}]}}");
        String session = "/sessions/" + send("/sessions", "{}").extract().path("id");
        String file = send(session + "/media", "{\"url\":\"https://93.184.216.34/b.mp4\"}")
                .extract()
                .path("id");
        var item = session + "/media/" + file;
        await().untilAsserted(() -> given().get(item).then().body("status", equalTo("READY")));
        cloud.answer(get(urlPathMatching("/api/state/.*/5529798706024415232/.*")), GONE);
        cloud.answer(
                post(urlPathMatching("/api/tasks/.*")),
                "{\"code\":0,\"data\":{\"session_id\":\"7000000000000000001\"}}");

        given().get(session + "/timeline")
                .then()
                .statusCode(410)
                .body("code", equalTo("UpstreamSessionGone"))
                .body("detail", containsString("Handed over again: b.mp4. Gone: the timeline."))
                .body("next", equalTo("Say again what to make of them."));

        cloud.server()
                .verify(1, postRequestedFor(urlPathEqualTo("/api/upload-video/nemo_agent/me/7000000000000000001")));
        cloud.server().verify(2, postRequestedFor(urlPathMatching("/api/tasks/.*")));
        given().get(session + "/timeline").then().statusCode(200);
        given().get(item).then().body("status", equalTo("READY"));
    }

    private static ValidatableResponse send(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }
}

package dev.beatcut.studio.wire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens, sessions and credits (§1.1, §1.2, §1.5, §3). */
@QuarkusTest
@TestProfile(StudioProfile.class)
class AccessTest {

    @Inject
    StudioProfile.Clock clock;

    @Test
    void a_token_without_a_client_id_is_refused_with_400() {
        given().post("/api/auth/anonymous-token").then().statusCode(400).body("code", equalTo(400));
    }

    @ParameterizedTest
    @CsvSource({"X-Forwarded-For, 203.0.113.7", "Forwarded, for=203.0.113.7", "Via, 1.1 proxy"})
    void who_comes_from_elsewhere_is_sent_away_unless_the_studio_is_hosted(String header, String value) {
        given().header("X-Client-Id", UUID.randomUUID())
                .header(header, value)
                .post("/api/auth/anonymous-token")
                .then()
                .statusCode(403)
                .body("code", equalTo(403));
    }

    @Test
    void a_client_gets_a_token_once_in_seven_days() {
        var client = UUID.randomUUID().toString();
        var first = Visitor.token(client);
        first.then()
                .statusCode(200)
                .body("code", equalTo(0))
                .body("data.token", matchesPattern("nmv_usr_\\w+"))
                .body("data.user_id", matchesPattern("anon_\\w+"))
                .body("data.expires_at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"))
                .body("data.credits", equalTo(100));
        Visitor.token(client)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", equalTo(429));

        clock.jump(Duration.ofDays(7));

        Visitor.token(client).then().statusCode(200).body("code", equalTo(0));
        given().header("Authorization", "Bearer " + first.jsonPath().getString("data.token"))
                .get("/api/credits/balance/simple")
                .then()
                .statusCode(200)
                .body("code", equalTo(1001));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/tasks/me/with-session/nemo_agent",
        "POST, /run_sse",
        "POST, /api/upload-video/nemo_agent/me/1",
        "GET, /api/credits/balance/simple",
        "GET, /api/state/nemo_agent/me/1/latest",
        "GET, /api/render/proxy/lambda/render_1",
        "GET, /api/render/proxy/render_1/download",
        "POST, /api/render/proxy/lambda/render_1/cancel"
    })
    void everything_else_wants_a_good_token(String method, String path) {
        for (var authorization : new String[] {"", "Bearer nmv_usr_unknown", "Basic abc"}) {
            given().header("Authorization", authorization)
                    .request(method, path)
                    .then()
                    .statusCode(200)
                    .body("code", equalTo(1001));
        }
    }

    @Test
    void a_session_id_is_nineteen_digits_in_a_string() {
        var visitor = Visitor.arrive();

        visitor.asks()
                .body("{}")
                .post("/api/tasks/" + visitor.user() + "/with-session/another_agent")
                .then()
                .body("code", equalTo(0))
                .body("data.session_id", matchesPattern("\\d{19}"))
                .body("data.task_id", notNullValue())
                .body("data.user_id", equalTo(visitor.user()));
    }

    @Test
    void malformed_json_is_a_400_in_an_envelope() {
        var answer = Visitor.arrive().asks().body("{\"task_name\":").post("/api/tasks/me/with-session/nemo_agent");

        answer.then().statusCode(400).body("code", equalTo(400));
        assertThat(answer.asString()).doesNotContain("Exception", "jackson");
    }

    @Test
    void anothers_session_does_not_exist() {
        var owner = Visitor.arrive();
        var other = Visitor.arrive();

        other.asks()
                .get("/api/state/nemo_agent/me/" + owner.session() + "/latest")
                .then()
                .statusCode(200)
                .body("code", equalTo(1002));
        other.asks()
                .get("/api/state/nemo_agent/" + owner.user() + "/" + owner.session() + "/latest")
                .then()
                .body("code", equalTo(1002));
        owner.asks()
                .get("/api/state/nemo_agent/" + owner.user() + "/" + owner.session() + "/latest")
                .then()
                .body("code", equalTo(0));
    }

    @Test
    void a_new_account_has_a_hundred_credits() {
        Visitor.arrive()
                .asks()
                .get("/api/credits/balance/simple")
                .then()
                .body("data.available", equalTo(100))
                .body("data.frozen", equalTo(0))
                .body("data.total", equalTo(100));
    }
}

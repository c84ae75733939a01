package dev.beatcut.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The packaged API behind an API Gateway HTTP API (payload 2.0) whose JWT authorizer says who calls. */
@ExtendWith(Deployed.class)
class ApiIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Cloud cloud;

    @BeforeAll
    static void deploy(Cloud deployed) {
        cloud = deployed;
    }

    @Test
    void a_session_is_opened_once_for_its_key_and_found_by_its_owner_alone() throws IOException {
        var opened = call("maria", "POST", "/sessions", "k1", "{\"name\": \"Trip\"}");
        var again = call("maria", "POST", "/sessions", "k1", "{\"name\": \"Trip\"}");

        assertThat(opened.at("/statusCode").asInt()).as(opened.toString()).isEqualTo(201);
        var session = body(opened);
        assertThat(body(again).at("/id")).isEqualTo(session.at("/id"));
        var path = "/sessions/" + session.at("/id").asText();
        assertThat(body(call("maria", "GET", path, null, null)).at("/name").asText())
                .isEqualTo("Trip");
        assertThat(call("mallory", "GET", path, null, null).at("/statusCode").asInt())
                .isEqualTo(404);
    }

    @Test
    void a_key_that_came_with_another_body_is_refused() throws IOException {
        call("maria", "POST", "/sessions", "k2", "{\"name\": \"Trip\"}");

        var other = call("maria", "POST", "/sessions", "k2", "{\"name\": \"Other\"}");

        assertThat(other.at("/statusCode").asInt()).isEqualTo(422);
        assertThat(body(other).at("/code").asText()).isEqualTo("IdempotencyKeyReused");
    }

    @Test
    void an_edit_is_taken_and_left_to_whoever_polls() throws IOException {
        var session =
                body(call("maria", "POST", "/sessions", null, "{}")).at("/id").asText();

        var turn = call("maria", "POST", "/sessions/" + session + "/turns", "t", "{\"text\": \"make it shorter\"}");

        assertThat(turn.at("/statusCode").asInt()).as(turn.toString()).isEqualTo(202);
        assertThat(body(turn).at("/status").asText()).isEqualTo("QUEUED");
    }

    @Test
    void nothing_there_is_a_problem_and_so_is_nobody() throws IOException {
        var nowhere = call("maria", "GET", "/nowhere", null, null);
        assertThat(nowhere.at("/statusCode").asInt()).isEqualTo(404);
        assertThat(body(nowhere).at("/code").asText()).isEqualTo("NotFound");

        assertThat(call(null, "GET", "/sessions", null, null).at("/statusCode").asInt())
                .isEqualTo(401);
    }

    private static JsonNode call(String owner, String method, String path, String key, String body) throws IOException {
        var event = GatewayEvent.of(method, path, owner);
        var headers = event.withObject("/headers");
        if (key != null) {
            headers.put("idempotency-key", key);
        }
        if (body != null) {
            event.put("body", body);
        }
        var reply = cloud.api().invoke(event.toString(), Duration.ofSeconds(30));
        assertThat(reply.error()).as(reply.body() + cloud.api().log()).isFalse();
        return JSON.readTree(reply.body());
    }

    private static JsonNode body(JsonNode answer) throws IOException {
        return JSON.readTree(answer.at("/body").asText());
    }
}

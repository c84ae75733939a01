package dev.beatcut.studio.wire;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A caller with a token and a session. */
record Visitor(String token, String user, String session) {

    static Visitor arrive() {
        var token = token(UUID.randomUUID().toString());
        var user = token.jsonPath().getString("data.user_id");
        var bearer = token.jsonPath().getString("data.token");
        var session = given().header("Authorization", "Bearer " + bearer)
                .body("{\"task_name\":\"project\",\"language\":\"en\"}")
                .post("/api/tasks/me/with-session/nemo_agent")
                .jsonPath()
                .getString("data.session_id");
        return new Visitor(bearer, user, session);
    }

    static Response token(String client) {
        return given().header("X-Client-Id", client).post("/api/auth/anonymous-token");
    }

    RequestSpecification asks() {
        return given().header("Authorization", "Bearer " + token);
    }

    RequestSpecification exports() {
        return asks().header("X-Skill-Source", "music-cog-online")
                .header("X-Skill-Version", "1.0.0")
                .header("X-Skill-Platform", "unknown");
    }

    Response brings(String name, String content) {
        return asks().multiPart("files", name, content.getBytes(StandardCharsets.UTF_8))
                .post("/api/upload-video/nemo_agent/me/" + session);
    }

    Visitor withClipAndSong() {
        brings("city.mp4", "clip city");
        brings("song.mp3", "song one");
        return this;
    }

    Response says(String text) {
        return runs(Map.of("session_id", session, "new_message", Map.of("parts", List.of(Map.of("text", text)))));
    }

    Response runs(Object body) {
        return asks().contentType("application/json")
                .accept("text/event-stream, application/json")
                .body(body)
                .post("/run_sse");
    }

    Response state() {
        return asks().get("/api/state/nemo_agent/me/" + session + "/latest");
    }

    Map<String, Object> draft() {
        return state().jsonPath().getMap("data.state.draft");
    }

    Response submits(String id) {
        return exports()
                .contentType("application/json")
                .body(Map.of("id", id, "sessionId", session, "draft", draft()))
                .post("/api/render/proxy/lambda");
    }

    Response submits(String id, Map<String, ?> output) {
        return exports()
                .contentType("application/json")
                .body(Map.of("id", id, "sessionId", session, "draft", draft(), "output", output))
                .post("/api/render/proxy/lambda");
    }

    Response polls(String id) {
        return asks().get("/api/render/proxy/lambda/" + id);
    }

    int credits() {
        return asks().get("/api/credits/balance/simple").jsonPath().getInt("data.total");
    }
}

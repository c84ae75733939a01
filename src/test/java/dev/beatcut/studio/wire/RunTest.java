package dev.beatcut.studio.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.studio.library.FakeCraft;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages and their streams (§1.3, §4). */
@QuarkusTest
@TestProfile(StudioProfile.class)
class RunTest {

    private static final String EDIT = "cut on every second beat, 10 seconds, vertical, title \"Urban Dreams\"";

    @Inject
    FakeCraft craft;

    @Inject
    ObjectMapper json;

    @TestHTTPResource
    URI server;

    private Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = Visitor.arrive().withClipAndSong();
    }

    @AfterEach
    void letGo() {
        craft.hearing.countDown();
    }

    @Test
    void an_edit_tells_its_tools_and_one_final_text_and_is_in_the_state() {
        var answer = visitor.says(EDIT);

        answer.then()
                .statusCode(200)
                .contentType("text/event-stream")
                .header("Cache-Control", "no-cache")
                .header("X-Accel-Buffering", "no");
        var events = events(answer);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.path("author").asText()).isEqualTo("nemo_agent");
            assertThat(event.path("invocationId").asText()).startsWith("e-");
            assertThat(event.path("timestamp").isNumber()).isTrue();
            assertThat(event.path("actions").path("stateDelta").isObject()).isTrue();
            assertThat(event.path("partial").asBoolean()).isFalse();
        });
        assertThat(events).extracting(event -> event.path("id").asText()).doesNotHaveDuplicates();
        var call = part(events, "functionCall", "edit_multitrack");
        var response = part(events, "functionResponse", "edit_multitrack");
        assertThat(call.path("id").asText())
                .isEqualTo(response.path("id").asText())
                .startsWith("adk-");
        assertThat(response.path("response").path("status").asText()).isEqualTo("success");
        assertThat(texts(events)).singleElement().asString().isNotBlank();

        visitor.state()
                .then()
                .body("data.session_id", equalTo(visitor.session()))
                .body("data.state.canvas_config.aspect_ratio", equalTo("9:16"))
                .body("data.state.draft.m.width", equalTo(1080))
                .body("data.state.draft.t.tt", equalTo(List.of(0, 1, 7)));
        var beats = visitor.state().jsonPath().getMap("data.state.beats");
        assertThat(beats).hasSize(1);
        assertThat(beats.values().iterator().next()).asString().contains("tempo=120.0", "downbeats=[0, 4,");
        assertThat(visitor.credits()).isEqualTo(96);
    }

    @Test
    void streaming_sends_deltas_whose_sum_is_the_final_text() {
        var events = events(visitor.runs(Map.of(
                "appName",
                "nemo_agent",
                "userId",
                "me",
                "sessionId",
                visitor.session(),
                "streaming",
                true,
                "newMessage",
                Map.of("parts", List.of(Map.of("text", EDIT))))));
        var deltas = new StringBuilder();
        events.stream()
                .filter(event -> event.path("partial").asBoolean())
                .forEach(
                        event -> deltas.append(event.at("/content/parts/0/text").asText()));
        var whole = events.stream()
                .filter(event -> !event.path("partial").asBoolean())
                .toList();

        assertThat(texts(whole)).containsExactly(deltas.toString());
        assertThat(events.stream().filter(event -> event.path("partial").asBoolean()))
                .hasSizeGreaterThan(2);
    }

    @Test
    void what_is_not_understood_is_answered_and_costs_nothing() {
        assertThat(texts(events(visitor.says("zzz qqq"))))
                .singleElement()
                .asString()
                .isNotBlank();
        visitor.state().then().body("data.state.draft", equalTo(Map.of()));
        assertThat(visitor.credits()).isEqualTo(100);
    }

    @Test
    void heartbeats_come_while_it_works_and_a_second_message_waits_for_the_first() {
        craft.hearing = new CountDownLatch(1);
        visitor.brings("other.mp3", "song " + visitor.session());
        var first = CompletableFuture.supplyAsync(() -> visitor.says(EDIT).asString(), Thread::startVirtualThread);
        await().until(() -> frozen() == 4);
        var second = CompletableFuture.supplyAsync(
                () -> visitor.says("title \"Later\"").asString(), Thread::startVirtualThread);
        await().until(() -> frozen() == 8);
        await().pollDelay(Duration.ofMillis(700)).until(() -> true);
        craft.hearing.countDown();

        assertThat(first.join().split("\"heartbeat\"")).hasSizeGreaterThan(3);
        assertThat(second.join()).contains("\"finishReason\":\"STOP\"");
        assertThat(visitor.draft().toString()).contains("Later");
        assertThat(visitor.credits()).isEqualTo(92);
    }

    @Test
    void a_turn_goes_on_when_the_client_hangs_up() throws IOException {
        craft.hearing = new CountDownLatch(1);
        visitor.brings("other.mp3", "song " + visitor.session());
        var body = json.writeValueAsBytes(
                Map.of("session_id", visitor.session(), "new_message", Map.of("parts", List.of(Map.of("text", EDIT)))));
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            var head = "POST /run_sse HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + visitor.token()
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
        craft.hearing.countDown();

        await().untilAsserted(() -> assertThat(visitor.draft()).isNotEmpty());
        await().until(() -> visitor.credits() == 96);
    }

    @Test
    void errors_before_the_stream_are_envelopes() {
        visitor.runs(body("5529798706024415232", EDIT)).then().statusCode(200).body("code", equalTo(1002));
        Visitor.arrive()
                .runs(body(visitor.session(), EDIT))
                .then()
                .statusCode(200)
                .body("code", equalTo(1002));
        visitor.runs(Map.of("session_id", visitor.session(), "new_message", Map.of("parts", List.of())))
                .then()
                .statusCode(400)
                .body("code", equalTo(400));
        visitor.says("x".repeat(64 * 1024 + 1)).then().statusCode(400).body("code", equalTo(400));
        visitor.runs("{\"session_id\":").then().statusCode(400).body("code", equalTo(400));
    }

    @Test
    void without_credits_the_answer_is_2001_in_json() {
        for (int edit = 0; edit < 25; edit++) {
            visitor.says("cut on every " + (edit % 2 == 0 ? "second" : "fourth") + " beat, 10 seconds");
        }
        assertThat(visitor.credits()).isZero();

        visitor.says(EDIT)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("code", equalTo(2001));
        visitor.state().then().body("data.state.video_infos", hasSize(2));
    }

    private Map<String, Object> body(String session, String text) {
        return Map.of("session_id", session, "new_message", Map.of("parts", List.of(Map.of("text", text))));
    }

    private int frozen() {
        return visitor.asks().get("/api/credits/balance/simple").jsonPath().getInt("data.frozen");
    }

    /** All frames but heartbeats. */
    private List<JsonNode> events(Response answer) {
        var events = new ArrayList<JsonNode>();
        for (var frame : answer.asString().split("\n\n")) {
            assertThat(frame).startsWith("data: {");
            var event = read(frame.substring(6));
            if (!event.path("type").asText().equals("heartbeat")) {
                events.add(event);
            }
        }
        return events;
    }

    private static List<String> texts(List<JsonNode> events) {
        return events.stream()
                .map(event -> event.at("/content/parts/0/text"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    private static JsonNode part(List<JsonNode> events, String kind, String name) {
        return events.stream()
                .map(event -> event.at("/content/parts/0/" + kind))
                .filter(part -> part.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (IOException malformed) {
            throw new AssertionError(text, malformed);
        }
    }
}

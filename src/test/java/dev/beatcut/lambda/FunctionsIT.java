package dev.beatcut.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.aws.Emf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged functions, run as Lambda runs them, on DynamoDB Local and S3Proxy, against a hosted studio. */
@ExtendWith(Deployed.class)
class FunctionsIT {

    /** A chat begins no turn with less than a minute. */
    private static final Duration FOR_A_CHAT = Duration.ofMinutes(2);

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Cloud cloud;

    @BeforeAll
    static void deploy(Cloud deployed) {
        cloud = deployed;
    }

    @Test
    void a_film_is_made_by_nothing_but_functions() throws Exception {
        var session = edited("marta");

        var timeline = cloud.call("timeline", "{\"owner\": \"marta\", \"sessionId\": \"%s\"}".formatted(session));
        assertThat(timeline.at("/value/lengthMs").asLong())
                .as(timeline.toString())
                .isEqualTo(4000);
        assertThat(timeline.at("/value/tracks/0/segments").size()).isGreaterThan(1);

        var export = """
                {"owner": "marta", "idempotencyKey": "film-1", "sessionId": "%s",
                 "resolution": "480p", "quality": "draft"}""".formatted(session);
        var render = cloud.call("export", export);
        assertThat(render.at("/value/status").asText())
                .as(render.toString())
                .isIn("SUBMITTING", "PENDING", "PROCESSING");
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            cloud.poll();
            var now = cloud.call("export", export);
            assertThat(now.at("/value/id")).isEqualTo(render.at("/value/id"));
            return now.at("/value/status").asText().equals("COMPLETED");
        });
        assertObserved(session, render.at("/value/id").asText());
    }

    /**
     * Whatever was written is a line of JSON: measures as CloudWatch takes them, and words with what they are about.
     */
    private static void assertObserved(String session, String render) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var function : List.of("chat", "export", "poll-renders")) {
            for (var line : cloud.function(function).log().lines().toList()) {
                if (!line.startsWith("Picked up JAVA_TOOL_OPTIONS")) {
                    lines.add(JSON.readTree(line));
                }
            }
        }
        var measures = lines.stream().filter(line -> line.has("_aws")).toList();
        assertThat(measures).isNotEmpty().allSatisfy(Emf::check);
        assertThat(measures)
                .extracting(line ->
                        line.at("/_aws/CloudWatchMetrics/0/Metrics/0/Name").asText())
                .contains(
                        "beatcut.turn.duration",
                        "beatcut.render.duration",
                        "beatcut.render.age",
                        "beatcut.upstream.duration",
                        "beatcut.due");
        assertThat(lines)
                .filteredOn(line -> line.path("message").asText().startsWith(render + " is COMPLETED after"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.at("/mdc/session").asText()).isEqualTo(session);
                    assertThat(line.at("/mdc/render").asText()).isEqualTo(render);
                    assertThat(line.at("/mdc/requestId").asText()).hasSize(36);
                });
    }

    @Test
    void an_export_is_cancelled() throws Exception {
        var session = edited("kim");
        var export = "{\"owner\": \"kim\", \"idempotencyKey\": \"film\", \"sessionId\": \"%s\"}".formatted(session);
        var id = cloud.call("export", export).at("/value/id").asText();

        var cancelled = cloud.call("cancel", "{\"owner\": \"kim\", \"renderId\": \"%s\"}".formatted(id));

        assertThat(cancelled.at("/value/id").asText()).as(cancelled.toString()).isEqualTo(id);
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            cloud.poll();
            return cloud.call("export", export).at("/value/status").asText().equals("CANCELLED");
        });
    }

    @Test
    void a_question_is_answered_at_once() throws Exception {
        var credits = cloud.call("ask", said("noor", opened("noor"), "credits", "q"));
        assertThat(credits.at("/value/status").asText()).as(credits.toString()).isEqualTo("DONE");
        assertThat(credits.at("/value/reply").asText()).contains("credits are available");
    }

    @Test
    void an_edit_wakes_chat_which_makes_it() throws Exception {
        var edit = said("nils", opened("nils"), "please do something nice", "e");
        assertThat(cloud.call("ask", edit).at("/value/status").asText()).isEqualTo("QUEUED");
        assertThat(cloud.endpoints().invoked()).contains("chat");
        await().atMost(Duration.ofMinutes(1)).until(() -> isOver(cloud.call("ask", edit)));
    }

    @Test
    void an_edit_whose_wake_up_is_lost_is_made_by_whoever_polls() throws Exception {
        var edit = said("nora", opened("nora"), "please do something nice", "e");
        cloud.endpoints().lose(true);
        try {
            assertThat(cloud.call("ask", edit).at("/value/status").asText()).isEqualTo("QUEUED");
        } finally {
            cloud.endpoints().lose(false);
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            cloud.poll();
            return isOver(cloud.call("ask", edit));
        });
    }

    private static boolean isOver(JsonNode turn) {
        return List.of("DONE", "FAILED").contains(turn.at("/value/status").asText());
    }

    @Test
    void a_chat_whose_time_is_up_says_so_and_the_same_call_goes_on_with_it() throws Exception {
        var session = opened("ola");
        var edit = said("ola", session, "make it shorter, please", "c");

        var late = cloud.call("chat", edit, Duration.ofSeconds(7));
        assertThat(late.at("/problem/code").asText()).as(late.toString()).isEqualTo("ChatStillRunning");
        assertThat(late.at("/problem/retryable").asBoolean()).isTrue();

        var turn = cloud.call("chat", edit, FOR_A_CHAT);
        assertThat(turn.at("/value/status").asText()).as(turn.toString()).isIn("DONE", "FAILED");
        assertThat(cloud.call("chat", edit, FOR_A_CHAT)).isEqualTo(turn);
    }

    @Test
    void credits_are_told() throws Exception {
        var credits = cloud.call("credits", "{\"owner\": \"maria\"}");

        assertThat(credits.at("/value/available").asInt())
                .as(credits.toString())
                .isPositive();
    }

    @Test
    void the_same_key_gets_the_same_session_and_another_body_a_problem() throws Exception {
        var open = "{\"owner\": \"lee\", \"idempotencyKey\": \"k\", \"name\": \"%s\"}";
        var first = cloud.call("open-session", open.formatted("Trip"));

        assertThat(cloud.call("open-session", open.formatted("Trip"))).isEqualTo(first);
        assertProblem(cloud.call("open-session", open.formatted("Other")), "IdempotencyKeyReused");
    }

    @Test
    void what_can_be_expected_to_fail_is_a_value_with_the_next_step() throws Exception {
        var session = opened("maria");

        assertProblem(cloud.call("open-session", "{}"), "InvalidRequest", "\"owner\" is missing");
        assertProblem(cloud.call("open-session", "{\"owner\": \"\"}"), "InvalidRequest", "owner");
        assertProblem(cloud.call("open-session", "{\"owner\": {\"id\": 1}}"), "InvalidRequest", "\"owner\"");
        assertProblem(cloud.call("open-session", "[1]"), "InvalidRequest", "no JSON object");
        assertProblem(
                cloud.call("open-session", "{\"owner\": \"maria\", \"profile\": \"dj\"}"), "InvalidRequest", "dj");
        assertProblem(cloud.call("timeline", "{\"owner\": \"maria\"}"), "InvalidRequest", "\"sessionId\" is missing");
        assertProblem(
                cloud.call("timeline", "{\"owner\": \"mallory\", \"sessionId\": \"%s\"}".formatted(session)),
                "NotFound");
        assertProblem(cloud.call("cancel", "{\"owner\": \"maria\", \"renderId\": \"rnd_1\"}"), "NotFound");
        assertProblem(
                cloud.call("export", "{\"owner\": \"maria\", \"sessionId\": \"%s\"}".formatted(session)),
                "NothingToExport");
        assertProblem(cloud.call("upload", """
                        {"owner": "maria", "sessionId": "%s", "name": "a.exe", "size": 3}""".formatted(session)), "UnsupportedFormat");
        assertProblem(cloud.call("upload", """
                        {"owner": "maria", "sessionId": "%s", "url": "http://127.0.0.1/a.mp4"}""".formatted(session)), "InvalidRequest");
        assertProblem(cloud.call("chat", """
                        {"owner": "maria", "sessionId": "%s", "text": "x", "media": 3}""".formatted(session)), "InvalidRequest", "media");
        assertProblem(
                cloud.call("chat", "{\"owner\": \"maria\", \"sessionId\": \"%s\"}".formatted(session)),
                "InvalidRequest",
                "text is missing");
    }

    @Test
    void what_nobody_expects_stays_an_error() throws Exception {
        try (var astray = cloud.function("credits", Map.of("BEATCUT_AWS_TABLE", "no-such-table"))) {
            var reply = astray.invoke("{\"owner\": \"maria\"}", Duration.ofSeconds(30));

            assertThat(reply.error()).as(reply.body()).isTrue();
            assertThat(reply.body()).contains("ApplicationException");
        }
    }

    @Test
    void without_an_upstream_a_function_does_not_start_and_its_error_says_what_to_set() throws Exception {
        try (var lost = cloud.function("credits", Map.of("BEATCUT_NEMO_URL", ""))) {
            var reply = lost.invoke("{\"owner\": \"maria\"}", Duration.ofSeconds(30));

            assertThat(reply.error()).isTrue();
            assertThat(reply.body()).contains("Set BEATCUT_NEMO_URL");
            assertThat(lost.log()).contains("Set BEATCUT_NEMO_URL");
        }
    }

    private static void assertProblem(JsonNode result, String code) {
        assertProblem(result, code, "");
    }

    private static void assertProblem(JsonNode result, String code, String detail) {
        assertThat(result.at("/problem/code").asText()).as(result.toString()).isEqualTo(code);
        assertThat(result.at("/problem/detail").asText()).contains(detail);
        assertThat(result.at("/problem/next").asText()).isNotBlank();
        assertThat(result.has("value")).isFalse();
    }

    private static String said(String owner, String session, String text, String key) {
        return """
                {"owner": "%s", "idempotencyKey": "%s", "sessionId": "%s", "text": "%s"}""".formatted(owner, key, session, text);
    }

    /** A session with a timeline. */
    private static String edited(String owner) throws Exception {
        var session = opened(owner);
        upload(owner, session, Footage.clip(folder));
        upload(owner, session, Footage.song(folder));
        var turn = cloud.call(
                "chat", said(owner, session, "cut on every second beat, 4 seconds, square", "t"), FOR_A_CHAT);
        assertThat(turn.at("/value/status").asText()).as(turn.toString()).isEqualTo("DONE");
        assertThat(turn.has("problem")).as(turn.toString()).isFalse();
        return session;
    }

    private static String opened(String owner) throws IOException {
        var opened = cloud.call("open-session", "{\"owner\": \"%s\", \"name\": \"Trip\"}".formatted(owner));
        assertThat(opened.at("/value/id").asText()).as(opened.toString()).startsWith("ses_");
        return opened.at("/value/id").asText();
    }

    /** Asks where to put it, puts it there, and says that it is there. */
    private static void upload(String owner, String session, Path file) throws Exception {
        var place = cloud.call("upload", """
                {"owner": "%s", "sessionId": "%s", "name": "%s", "size": %d}""".formatted(owner, session, file.getFileName(), Files.size(file)));
        Footage.put(place.at("/value/upload"), file);
        var ready = cloud.call(
                "upload", """
                {"owner": "%s", "sessionId": "%s", "mediaId": "%s"}""".formatted(owner, session, place.at("/value/id").asText()));
        assertThat(ready.at("/value/status").asText()).as(ready.toString()).isEqualTo("READY");
    }
}

package dev.beatcut.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.aws.S3Proxy;
import dev.beatcut.machine.Ended;
import dev.beatcut.machine.Failure;
import dev.beatcut.studio.ffmpeg.Made;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The state machines on the packaged functions, DynamoDB Local, S3Proxy and a hosted studio. */
@ExtendWith(Deployed.class)
class FilmMachineIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Cloud cloud;

    @BeforeAll
    static void deploy(Cloud deployed) {
        cloud = deployed;
        stored("pan.mp4", Footage.clip(folder));
        stored("song.mp3", Footage.song(folder));
        stored(
                "notes.txt",
                Made.make(
                        folder.resolve("notes.txt"), List.of("-f", "lavfi", "-i", "anullsrc=d=1", "-f", "wav", "-y")));
    }

    private static void stored(String name, Path file) {
        S3Proxy.client().putObject(put -> put.bucket(cloud.bucket()).key("incoming/" + name), file);
    }

    @Test
    void a_film_is_made_of_files_in_the_bucket_and_the_same_execution_makes_no_other() throws IOException {
        var input = """
                {"owner": "maria", "files": [{"key": "incoming/pan.mp4"}, {"key": "incoming/song.mp3"}],
                 "text": "cut on every second beat, 4 seconds, square", "resolution": "480p", "quality": "draft"}""";

        var film = new Films(cloud).film("trip", input);

        assertThat(film.status()).as(film.toString()).isEqualTo(Ended.Status.SUCCEEDED);
        assertThat(film.last()).isEqualTo("Result");
        assertThat(film.output().at("/render/status").asText()).isEqualTo("COMPLETED");
        assertThat(film.output().at("/render/file").asText()).startsWith("/renders/rnd_");
        assertThat(film.output().at("/render/report/cuts").asInt()).isPositive();
        assertThat(film.output().at("/turn/status").asText()).isEqualTo("DONE");

        var again = new Films(cloud).film("trip", input);
        assertThat(again.output().at("/render/id")).isEqualTo(film.output().at("/render/id"));
    }

    @Test
    void a_text_that_asks_for_the_film_as_well_makes_one_film() throws IOException {
        var film = new Films(cloud).film("asked", """
                {"owner": "lea", "files": [{"key": "incoming/pan.mp4"}, {"key": "incoming/song.mp3"}],
                 "text": "cut on every second beat, 4 seconds, square, and export it"}""");

        assertThat(film.status()).as(film.toString()).isEqualTo(Ended.Status.SUCCEEDED);
        assertThat(film.output().at("/turn/renderId").asText()).startsWith("rnd_");
        assertThat(film.output().at("/render/id")).isEqualTo(film.output().at("/turn/renderId"));
        assertThat(film.output().at("/render/status").asText()).isEqualTo("COMPLETED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"text": "a film"}                                                        | Owner missing   | InvalidRequest
            {"owner": "", "text": "a film"}                                           | Owner missing   | InvalidRequest
            {"owner": "maria"}                                                        | Text missing    | InvalidRequest
            {"owner": "maria", "text": "x", "files": [{"name": "a.mp4"}]}             | Asked wrongly   | InvalidRequest
            {"owner": "maria", "text": "x", "files": [{"url": "http://10.0.0.1/a.mp4"}]} | Asked wrongly | InvalidRequest
            {"owner": "maria", "text": "x", "files": [{"key": "other/pan.mp4"}]}      | Asked wrongly   | InvalidRequest
            {"owner": "maria", "text": "x", "files": [{"key": "incoming/none.mp4"}]}  | Asked wrongly   | NotFound
            {"owner": "maria", "text": "x", "files": [{"key": "incoming/notes.txt"}]} | Files refused   | UnsupportedFormat
            {"owner": "maria", "text": "x", "sessionId": "ses_of_nobody"}             | Asked wrongly   | NotFound
            {"owner": "maria", "text": "x", "profile": "dj"}                          | Asked wrongly   | InvalidRequest
            {"owner": "maria", "text": "make it shorter"}                             | Nothing to export | NothingToExport
            """)
    void what_the_packaged_functions_refuse_ends_where_it_belongs(String input, String end, String error)
            throws IOException {
        var film = new Films(cloud).film("refused-" + Integer.toHexString(input.hashCode()), input);

        assertThat(film.status()).isEqualTo(Ended.Status.FAILED);
        assertThat(film.last()).as(film.toString()).isEqualTo(end);
        assertThat(film.error()).isEqualTo(error);
        assertThat(film.cause()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "NoCredits, Not paid for",
        "ExportBlocked, Not paid for",
        "FileTooLarge, Files refused",
        "FileDamaged, Files refused",
        "Forbidden, Asked wrongly",
        "NothingToExport, Nothing to export",
        "RenderFailed, No film",
        "UpstreamRefused, Failed",
        "UpstreamSessionGone, Failed"
    })
    void what_an_export_ends_with_chooses_the_end(String code, String end) throws IOException {
        var film = answered()
                .with("export", asked -> {
                    assertThat(cloud.tokens().fail(asked.path("taskToken").asText(), code, "Because."))
                            .isTrue();
                    return JSON.createObjectNode();
                })
                .film("x", "{\"owner\": \"maria\", \"text\": \"a film\"}");

        assertThat(film.status()).isEqualTo(Ended.Status.FAILED);
        assertThat(film.last()).isEqualTo(end);
        assertThat(film.error()).isEqualTo(code);
        assertThat(film.cause()).isEqualTo("Because.");
    }

    @Test
    void a_chat_that_still_runs_is_called_again_with_the_same_key() throws IOException {
        var keys = new ArrayList<String>();
        var film = answered()
                .with("chat", asked -> {
                    keys.add(asked.path("idempotencyKey").asText());
                    return keys.size() < 3 ? problem("ChatStillRunning", true) : value("DONE");
                })
                .film("long", "{\"owner\": \"maria\", \"text\": \"a film\"}");

        assertThat(film.status()).as(film.toString()).isEqualTo(Ended.Status.SUCCEEDED);
        assertThat(keys).containsExactly("long-chat", "long-chat", "long-chat");
    }

    @Test
    void what_may_be_tried_again_is_tried_again_later() throws IOException {
        var tries = new AtomicInteger();
        var before = cloud.clock().jumped();
        var film = answered()
                .with(
                        "open-session",
                        asked -> tries.incrementAndGet() < 3 ? problem("UpstreamUnreachable", true) : value("OPEN"))
                .film("later", "{\"owner\": \"maria\", \"text\": \"a film\"}");

        assertThat(film.status()).as(film.toString()).isEqualTo(Ended.Status.SUCCEEDED);
        assertThat(cloud.clock().jumped().minus(before)).isEqualTo(Duration.ofSeconds(120));
    }

    @Test
    void a_function_that_fails_unexpectedly_is_tried_five_times_more() throws IOException {
        var tries = new AtomicInteger();
        var film = answered()
                .with("open-session", asked -> {
                    tries.incrementAndGet();
                    throw new Failure("io.quarkus.funqy.runtime.ApplicationException", "{}");
                })
                .film("broken", "{\"owner\": \"maria\", \"text\": \"a film\"}");

        assertThat(film.status()).isEqualTo(Ended.Status.FAILED);
        assertThat(film.error()).isEqualTo("io.quarkus.funqy.runtime.ApplicationException");
        assertThat(tries).hasValue(6);
    }

    @Test
    void a_render_of_which_nothing_is_heard_is_asked_for_again_and_then_took_too_long() throws IOException {
        var keys = new ArrayList<String>();
        var film = answered()
                .withoutClock()
                .with("export", asked -> {
                    keys.add(asked.path("idempotencyKey").asText());
                    return JSON.createObjectNode();
                })
                .film("mute", "{\"owner\": \"maria\", \"text\": \"a film\"}");

        assertThat(film.last()).isEqualTo("Took too long");
        assertThat(film.error()).isEqualTo("States.HeartbeatTimeout");
        assertThat(keys).hasSize(6).containsOnly("mute-export");
    }

    @Test
    void an_export_that_cannot_be_begun_now_is_asked_for_again() throws IOException {
        var tries = new AtomicInteger();
        var film = answered()
                .with("export", asked -> {
                    var token = asked.path("taskToken").asText();
                    if (tries.incrementAndGet() < 3) {
                        cloud.tokens().fail(token, "StillRunning", "The first one still runs.");
                    } else {
                        cloud.tokens().succeed(token, value("COMPLETED").path("value"));
                    }
                    return JSON.createObjectNode();
                })
                .film("busy", "{\"owner\": \"maria\", \"text\": \"a film\"}");

        assertThat(film.status()).as(film.toString()).isEqualTo(Ended.Status.SUCCEEDED);
        assertThat(tries).hasValue(3);
    }

    @Test
    void the_export_of_an_execution_that_timed_out_is_cancelled_by_the_event_of_it() throws IOException {
        var session = new Films(cloud)
                .with("export", asked -> {
                    cloud.tokens().succeed(asked.path("taskToken").asText(), JSON.createObjectNode());
                    return JSON.createObjectNode();
                })
                .film("made", """
                        {"owner": "kim", "files": [{"key": "incoming/pan.mp4"}, {"key": "incoming/song.mp3"}],
                         "text": "cut on every beat, 4 seconds"}""")
                .output()
                .path("sessionId")
                .asText();
        var film = new Films(cloud)
                .with("chat", asked -> {
                    cloud.clock().jump(Duration.ofMinutes(15));
                    return problem("ChatStillRunning", true);
                })
                .film("slow", "{\"owner\": \"kim\", \"text\": \"a film\", \"sessionId\": \"%s\"}".formatted(session));
        assertThat(film.status()).isEqualTo(Ended.Status.TIMED_OUT);
        var export = cloud.call(
                "export",
                "{\"owner\": \"kim\", \"idempotencyKey\": \"slow-export\", \"sessionId\": \"%s\"}".formatted(session));

        ObjectNode event = JSON.createObjectNode();
        event.put("executionArn", "arn:slow")
                .put("name", "slow")
                .put("input", "{\"owner\": \"kim\", \"text\": \"a film\"}");
        var cancelled = cloud.call("cancel", event.toString());

        assertThat(cancelled.at("/value/id")).as(cancelled.toString()).isEqualTo(export.at("/value/id"));
        assertThat(cancelled.at("/value/status").asText().equals("CANCELLED")
                        || cancelled.at("/value/cancelling").asBoolean())
                .as(cancelled.toString())
                .isTrue();
        event.put("name", "never-exported");
        assertThat(cloud.call("cancel", event.toString()).at("/problem/code").asText())
                .isEqualTo("NotFound");
    }

    @Test
    void a_batch_makes_every_film_that_can_be_made() throws IOException {
        var batch = answered().batch("batch", """
                {"films": [{"owner": "maria", "text": "one"}, {"text": "two"}, {"owner": "maria", "text": "three"}]}""");

        assertThat(batch.status()).as(batch.toString()).isEqualTo(Ended.Status.SUCCEEDED);
        assertThat(batch.output()).hasSize(3);
        assertThat(batch.output().at("/0/film/sessionId").asText()).isEqualTo("ses_1");
        assertThat(batch.output().at("/1/failure/Cause").asText()).contains("InvalidRequest", "owner");
        assertThat(batch.output().at("/2/film/sessionId").asText()).isEqualTo("ses_1");
    }

    /** Functions that do what they are asked for at once. */
    private static Films answered() {
        return new Films(cloud)
                .with("open-session", asked -> value("OPEN"))
                .with("chat", asked -> value("DONE"))
                .with("export", asked -> {
                    cloud.tokens()
                            .succeed(
                                    asked.path("taskToken").asText(),
                                    value("COMPLETED").path("value"));
                    return value("PENDING");
                });
    }

    private static JsonNode value(String status) {
        var result = JSON.createObjectNode();
        result.withObject("/value").put("id", "ses_1").put("status", status);
        return result;
    }

    private static JsonNode problem(String code, boolean retryable) {
        var result = JSON.createObjectNode();
        result.withObject("/problem")
                .put("code", code)
                .put("detail", "Because.")
                .put("retryable", retryable);
        return result;
    }
}

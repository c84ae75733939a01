package dev.beatcut.nemo;

import static dev.beatcut.nemo.Frames.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Gateway errors before the stream", {@code nemo-api.md} §4.2: what answers {@code /run_sse} need not be a stream. */
class NoStreamTest {

    private static final Credentials CREDENTIALS =
            new Credentials("nmv_usr_secret", new Attribution("music-to-best", "1.2.3", "unknown"));

    private final VirtualClock clock = new VirtualClock();
    private final Recorder recorder = new Recorder();

    private TurnOutcome run(int status, Map<String, String> headers, ScriptedReply.Step... steps) {
        var reply = new ScriptedReply(
                status, headers, clock::pass, Duration.ZERO, List.of(steps).iterator());
        return InProcessNemo.nemo(null, (method, uri, sent, body) -> reply, clock)
                .run(CREDENTIALS, "1", "cut it", Instant.MAX, recorder);
    }

    private TurnOutcome run(int status, String type, String body) {
        var headers = Optional.ofNullable(type)
                .map(said -> Map.of("content-type", said))
                .orElse(Map.of());
        return run(status, headers, piece(body));
    }

    private static ScriptedReply.Piece piece(String text) {
        return new ScriptedReply.Piece(Duration.ofSeconds(1), text);
    }

    @ParameterizedTest
    @CsvSource({
        "200, application/json", "200, application/json;charset=UTF-8", "200, text/event-stream", "200,",
                "200, text/plain",
        "201, text/event-stream", "401, application/json", "401, text/event-stream", "401,", "400, application/json",
        "500, application/json"
    })
    void an_envelope_instead_of_a_stream_is_a_refusal_whatever_it_calls_itself(int status, String type) {
        for (var envelope : List.of(
                "{\"code\":1001,\"message\":\"token expired\"}",
                "\uFEFF\r\n{\r\n \"code\": \"1001\",\r\n \"message\": \"token expired\"\r\n}\r\n")) {
            assertThatThrownBy(() -> run(status, type, envelope))
                    .hasMessage("token expired")
                    .isInstanceOfSatisfying(
                            NemoError.class, e -> assertThat(e.kind()).isEqualTo(NemoErrorKind.TOKEN_REFUSED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "\n\ndata: [DONE]\n\n", "\n\n: bye\n\n", ""})
    void an_envelope_in_the_first_data_line_is_a_refusal_too(String after) {
        assertThatThrownBy(
                        () -> run(200, "text/event-stream", "data: {\"code\":1002,\"message\":\"no session\"}" + after))
                .isInstanceOfSatisfying(
                        NemoError.class, e -> assertThat(e.kind()).isEqualTo(NemoErrorKind.SESSION_GONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"type\":\"heartbeat\"}\n\ndata: {\"code\":1001}\n\n",
                ": alive\n\ndata: {\"code\":1001}\n\n",
                "data: {\"usageMetadata\":{}}\n\ndata: {\"code\":1001}\n\n",
                "data: {\"code\":1001}\n\ndata: {\"usageMetadata\":{}}\n\n"
            })
    void where_anything_was_heard_beside_the_envelope_the_message_may_have_been_run(String stream) {
        assertThat(run(200, "text/event-stream", stream))
                .isInstanceOfSatisfying(
                        TurnOutcome.Failed.class,
                        failed -> assertThat(failed.error().kind()).isEqualTo(NemoErrorKind.TOKEN_REFUSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "502", "504", "200"})
    void an_error_that_does_not_say_that_nothing_was_run_is_an_outcome(int status) {
        assertThat(run(status, "application/json", "{\"code\":7777,\"message\":\"oops\"}"))
                .isInstanceOf(TurnOutcome.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({"401,TOKEN_REFUSED", "403,FORBIDDEN", "404,NOT_FOUND", "429,RATE_LIMITED", "422,BAD_REQUEST"})
    void a_plain_status_that_refuses_is_a_refusal(int status, NemoErrorKind kind) {
        for (var body : List.of("", "no", "<html>no</html>", "{\"detail\":\"no\"}")) {
            assertThatThrownBy(() -> run(status, "text/html", body))
                    .isInstanceOfSatisfying(
                            NemoError.class, e -> assertThat(e.kind()).isEqualTo(kind));
        }
    }

    @Test
    void a_session_that_adk_does_not_find_is_gone() {
        assertThatThrownBy(() -> run(404, "application/json", "{\"detail\":\"Session not found: 5529\"}"))
                .isInstanceOfSatisfying(
                        NemoError.class, e -> assertThat(e.kind()).isEqualTo(NemoErrorKind.SESSION_GONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 429})
    void a_refusal_says_how_long_to_wait(int status) {
        var headers = Map.of("Content-Type", "application/json", "retry-after", "7");
        assertThatThrownBy(() -> run(status, headers, piece("{\"code\":429}")))
                .isInstanceOfSatisfying(
                        NemoError.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @CsvSource({"200, text/event-stream", "200,"})
    void html_in_a_stream_is_a_failure(int status, String type) {
        assertThat(run(status, type, "<html>\n\ndata: no\n\n</html>"))
                .isInstanceOfSatisfying(TurnOutcome.Failed.class, failed -> assertThat(failed.error())
                        .hasMessageContaining("HTML"));
    }

    /** A proxy that gave up says nothing of the work behind it. */
    @ParameterizedTest
    @CsvSource({"200, text/html", "502, text/html", "503, application/json", "504, text/plain"})
    void a_gateway_that_answers_in_the_upstreams_place_has_cut_the_turn(int status, String type) {
        assertThat(run(status, type, "<html>\n\ndata: no\n\n</html>")).isEqualTo(new TurnOutcome.Cut(""));
    }

    @Test
    void json_that_breaks_off_is_cut() {
        assertThat(run(
                        200,
                        Map.of("Content-Type", "application/json"),
                        piece("{\"code\":10"),
                        new ScriptedReply.Broken(Duration.ZERO)))
                .isEqualTo(new TurnOutcome.Cut(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "text/event-stream; charset=utf-8", "application/json", "text/plain"})
    void a_stream_is_one_whatever_it_calls_itself(String type) {
        var stream = Frames.stream(whole("a", "Done"));
        assertThat(run(200, type, stream)).isEqualTo(new TurnOutcome.Spoke("Done"));
        assertThat(run(200, null, stream)).isEqualTo(new TurnOutcome.Spoke("Done"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void no_body_is_a_turn_with_nothing_in_it(int status) {
        assertThat(run(status, Map.of())).isEqualTo(new TurnOutcome.Empty());
    }

    @Test
    void an_envelope_that_succeeded_is_a_turn_with_nothing_in_it() {
        assertThat(run(200, "application/json", "{\"code\":0,\"data\":{}}")).isEqualTo(new TurnOutcome.Empty());
    }
}

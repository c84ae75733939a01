package dev.beatcut.nemo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.observe.Observer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /run_sse} over a real connection. */
class RunTest {

    private static final Credentials CREDENTIALS =
            new Credentials("nmv_usr_secret", new Attribution("music-to-best", "1.2.3", "unknown"));
    private static final String DONE = "data: {\"content\":{\"parts\":[{\"text\":\"Done\"}]},\"author\":\"a\"}\n\n";

    private static Vertx vertx;

    private HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private final Recorder recorder = new Recorder();
    private volatile HttpServerRequest request;
    private volatile Buffer body;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @AfterEach
    void close() throws Exception {
        if (server != null) {
            server.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    private TurnOutcome run(Settings settings, Consumer<HttpServerResponse> answer) throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(asked -> {
                    requests.incrementAndGet();
                    request = asked;
                    asked.bodyHandler(said -> {
                        body = said;
                        answer.accept(asked.response());
                    });
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        return run(settings, server.actualPort());
    }

    private TurnOutcome run(Settings settings, int port) throws Exception {
        var nemo = new Nemo(
                new NemoAddress(URI.create("http://127.0.0.1:" + port), null),
                settings,
                vertx,
                InstantSource.system(),
                Observer.NONE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.submit(() -> nemo.run(CREDENTIALS, "5529798706024415232", "cut it", Instant.MAX, recorder))
                    .get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof NemoError error ? error : e;
        }
    }

    private TurnOutcome run(Consumer<HttpServerResponse> answer) throws Exception {
        return run(Settings.SHORT, answer);
    }

    private static HttpServerResponse stream(HttpServerResponse response) {
        return response.setChunked(true).putHeader("Content-Type", "text/event-stream");
    }

    @Test
    void sends_the_whole_request_in_snake_case_with_bearer_and_attribution() throws Exception {
        assertThat(run(response -> stream(response).end(DONE))).isEqualTo(new TurnOutcome.Spoke("Done"));
        assertThat(new ObjectMapper().readTree(body.toString())).isEqualTo(new ObjectMapper().readTree("""
                                {"app_name":"nemo_agent","user_id":"me","session_id":"5529798706024415232",
                                 "new_message":{"parts":[{"text":"cut it"}]}}"""));
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer nmv_usr_secret");
        assertThat(request.getHeader("X-Skill-Source")).isEqualTo("music-to-best");
        assertThat(request.getHeader("X-Skill-Version")).isEqualTo("1.2.3");
        assertThat(request.getHeader("X-Skill-Platform")).isEqualTo("unknown");
        assertThat(request.getHeader("Accept")).isEqualTo("text/event-stream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A_partial_final", "C_heartbeats", "G_gui_zh", "H_progressive"})
    void a_stream_in_many_small_pieces_is_the_same_turn(String fixture) throws Exception {
        var bytes = RunSseFixturesTest.fixture(fixture);
        assertThat(run(response -> {
                    stream(response);
                    for (var at = 0; at < bytes.length; at += 7) {
                        response.write(Buffer.buffer(bytes).slice(at, Math.min(at + 7, bytes.length)));
                    }
                    response.end();
                }))
                .isEqualTo(new Recorder().read(bytes));
    }

    @Test
    void rule_6_a_broken_connection_is_cut_and_nothing_is_sent_again() throws Exception {
        var outcome = run(response -> stream(response)
                .write("data: {\"content\":{\"parts\":[{\"text\":\"Half\"}]},\"partial\":true,\"author\":\"a\"}\n\n")
                .onSuccess(written -> request.connection().close()));
        assertThat(outcome).isEqualTo(new TurnOutcome.Cut("Half"));
        assertThat(requests).hasValue(1);
    }

    @Test
    void rule_6_a_connection_closed_before_any_answer_is_cut_and_nothing_is_sent_again() throws Exception {
        assertThat(run(response -> request.connection().close())).isEqualTo(new TurnOutcome.Cut(""));
        assertThat(requests).hasValue(1);
    }

    @Test
    void silence_is_a_time_out() throws Exception {
        var settings = new Settings(Duration.ofSeconds(30), Duration.ofMillis(200));
        assertThat(run(settings, response -> stream(response).write(DONE))).isEqualTo(new TurnOutcome.TimedOut("Done"));
    }

    @Test
    void no_connection_means_that_nothing_was_run() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThatThrownBy(() -> run(Settings.SHORT, closed))
                .isInstanceOfSatisfying(
                        NemoError.class, e -> assertThat(e.kind()).isEqualTo(NemoErrorKind.UNREACHABLE));
    }

    @Test
    void an_envelope_instead_of_a_stream_is_a_refusal() {
        assertThatThrownBy(() -> run(response -> response.putHeader("Content-Type", "application/json")
                        .end("{\"code\":1002,\"message\":\"session not found\"}")))
                .isInstanceOfSatisfying(
                        NemoError.class, e -> assertThat(e.kind()).isEqualTo(NemoErrorKind.SESSION_GONE));
        assertThat(requests).hasValue(1);
    }

    @Test
    void rule_6_after_a_gateway_that_gave_up_nothing_is_sent_again() throws Exception {
        assertThat(run(response -> response.setStatusCode(504).end("<html>timeout</html>")))
                .isEqualTo(new TurnOutcome.Cut(""));
        assertThat(requests).hasValue(1);
    }

    @Test
    void rule_3_no_connection_is_idle_too_long() {
        var options = ByteCalls.options(Duration.ofSeconds(2));
        assertThat(List.of(options.getIdleTimeout(), options.getReadIdleTimeout(), options.getWriteIdleTimeout()))
                .as("0 is none; the turn's own clock ends it")
                .containsOnly(0);
    }

    @Test
    void rule_12_event_ids_are_ignored_and_never_sent() throws Exception {
        var outcome = run(response -> stream(response)
                .write("retry: 1\nid: 41\n" + DONE + "id: 42\ndata:\n\n")
                .onSuccess(written -> request.connection().close()));
        assertThat(outcome).isEqualTo(new TurnOutcome.Cut("Done"));
        assertThat(requests).as("nobody connects again").hasValue(1);
        assertThat(request.getHeader("Last-Event-ID")).isNull();
    }

    @Test
    void no_compressed_reply_is_asked_for() throws Exception {
        run(response -> stream(response).end(DONE));
        assertThat(request.getHeader("Accept-Encoding")).isNull();
    }

    @Test
    void rule_25_a_redirect_gets_neither_the_message_nor_the_token() throws Exception {
        var outcome = run(response -> response.setStatusCode(307)
                .putHeader("Location", "http://127.0.0.1:" + server.actualPort() + "/elsewhere")
                .end());
        assertThat(outcome).isInstanceOf(TurnOutcome.Failed.class);
        assertThat(requests).hasValue(1);
    }

    @Test
    void rule_6_every_turn_has_a_connection_of_its_own_so_that_none_is_stale() throws Exception {
        run(response -> stream(response).end(DONE));
        assertThat(request.getHeader("Connection")).isEqualToIgnoringCase("close");
    }

    @Test
    void a_text_of_a_megabyte_arrives() throws Exception {
        var text = "x".repeat(1024 * 1024);
        assertThat(run(response -> stream(response)
                        .end(Buffer.buffer(DONE.replace("Done", text).getBytes(UTF_8)))))
                .isEqualTo(new TurnOutcome.Spoke(text));
    }
}

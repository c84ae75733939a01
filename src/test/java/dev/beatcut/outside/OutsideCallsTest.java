package dev.beatcut.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideCallsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    static Path folder;

    private static final Vertx VERTX = Vertx.vertx();
    private static Path certificate;

    private final List<TlsServer> servers = new ArrayList<>();
    private final Deque<String> meanings = new ArrayDeque<>();
    private int asked;

    @BeforeAll
    static void certify() throws IOException, InterruptedException {
        certificate = TlsServer.certificate(folder, "hooks.example");
    }

    @AfterEach
    void stop() {
        servers.forEach(TlsServer::close);
    }

    @AfterAll
    static void end() {
        VERTX.close();
    }

    @Test
    void a_call_goes_to_the_address_that_was_checked_under_the_name_of_the_url() throws IOException {
        meanings.add("127.0.0.2");
        var server = serve(
                "127.0.0.2",
                0,
                request -> request.bodyHandler(body -> request.response()
                        .setStatusCode(202)
                        .putHeader("X-Said", body.toString())
                        .end("thanks")));

        var answer = calls(true).post(url(server), Map.of("webhook-id", "evt_1"), utf8("{}"), LONG);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("thanks");
        assertThat(answer.headers()).containsEntry("X-Said", "{}");
        assertThat(server.calls)
                .containsExactly(new TlsServer.Call(
                        "POST", "hooks.example:" + server.port(), "hooks.example", "/hook?who=a%20b"));
    }

    @Test
    void a_name_that_changes_its_meaning_between_check_and_connection_changes_nothing() throws IOException {
        var checked = serve("127.0.0.2", 0, OutsideCallsTest::ok);
        var rebound = serve("127.0.0.1", checked.port(), OutsideCallsTest::ok);
        meanings.addAll(List.of("127.0.0.2", "127.0.0.1", "127.0.0.1"));

        calls(true).post(url(checked), Map.of(), utf8("{}"), LONG);

        assertThat(checked.calls).hasSize(1);
        assertThat(rebound.calls).isEmpty();
        assertThat(asked).isOne();
    }

    @Test
    void a_name_that_was_public_when_it_was_given_is_refused_once_it_is_private() {
        var server = serve("127.0.0.1", 0, OutsideCallsTest::ok);
        meanings.addAll(List.of("93.184.216.34", "127.0.0.1"));

        assertThatNoException().isThrownBy(() -> calls(false).check(url(server)));
        assertRefused(() -> calls(false).post(url(server), Map.of(), utf8("{}"), LONG));

        assertThat(server.calls).isEmpty();
    }

    @Test
    void one_private_address_among_public_ones_is_enough_to_refuse() {
        meanings.add("93.184.216.34,10.0.0.1");

        assertRefused(() -> calls(false).check(URI.create("https://hooks.example/")));
    }

    @Test
    void where_the_first_address_does_not_answer_the_next_one_is_tried() throws IOException {
        meanings.add("127.0.0.3,127.0.0.2");
        var server = serve("127.0.0.2", 0, OutsideCallsTest::ok);

        assertThat(calls(true).post(url(server), Map.of(), utf8("{}"), LONG).status())
                .isEqualTo(200);
    }

    @Test
    void of_many_addresses_the_first_four_are_tried() throws IOException {
        var server = serve("127.0.0.2", 0, OutsideCallsTest::ok);
        meanings.addAll(List.of(
                "127.0.0.3,127.0.0.4,127.0.0.5,127.0.0.2", "127.0.0.3,127.0.0.4,127.0.0.5,127.0.0.6,127.0.0.2"));

        assertThat(calls(true).post(url(server), Map.of(), utf8("{}"), LONG).status())
                .isEqualTo(200);
        assertThatIOException().isThrownBy(() -> calls(true).post(url(server), Map.of(), utf8("{}"), LONG));
        assertThat(server.calls).hasSize(1);
    }

    @Test
    void when_the_callers_time_is_over_no_other_address_is_tried() throws IOException {
        meanings.addAll(List.of("127.0.0.3,127.0.0.2", "127.0.0.3,127.0.0.2"));
        var server = serve("127.0.0.2", 0, OutsideCallsTest::ok);
        var place = Guard.forCallers(this::meaning, true).admit(url(server), LONG);
        var connections = connections();

        assertThat(Connections.await(connections.open(HttpMethod.POST, place, Map.of(), LONG), LONG))
                .isNotNull();
        assertThatIOException()
                .isThrownBy(() ->
                        Connections.await(connections.open(HttpMethod.POST, place, Map.of(), Duration.ZERO), LONG))
                .withMessage("The connection failed");
    }

    @Test
    void a_server_with_another_names_certificate_hears_nothing() {
        meanings.add("127.0.0.2");
        var server = serve("127.0.0.2", 0, OutsideCallsTest::ok);
        var other = URI.create("https://other.example:" + server.port() + "/hook");

        assertThatIOException().isThrownBy(() -> calls(true).post(other, Map.of(), utf8("{}"), LONG));

        assertThat(server.calls).isEmpty();
    }

    @Test
    void a_redirect_is_an_answer_and_is_not_followed() throws IOException {
        meanings.add("127.0.0.2");
        var server = serve("127.0.0.2", 0, request -> request.response()
                .setStatusCode(302)
                .putHeader("Location", "/elsewhere")
                .end());

        assertThat(calls(true).post(url(server), Map.of(), utf8("{}"), LONG).status())
                .isEqualTo(302);
        assertThat(server.calls).hasSize(1);
    }

    @Test
    void of_an_answer_without_end_only_the_beginning_is_read() throws IOException {
        meanings.add("127.0.0.2");
        var server = serve("127.0.0.2", 0, request -> request.response()
                .setChunked(true)
                .write(Buffer.buffer(new byte[3000]))
                .onSuccess(written -> request.response().write(Buffer.buffer(new byte[3000]))));

        assertThat(calls(true).post(url(server), Map.of(), utf8("{}"), LONG).body())
                .hasSize(4096);
    }

    @Test
    void who_does_not_answer_in_time_is_hung_up_on() {
        meanings.addAll(List.of("127.0.0.2", "127.0.0.2"));
        var silent = serve("127.0.0.2", 0, request -> {});
        var endless = serve(
                "127.0.0.2", 0, request -> request.response().setChunked(true).write("a"));

        assertThatIOException().isThrownBy(() -> calls(true).post(url(silent), Map.of(), utf8("{}"), SHORT));
        assertThatIOException()
                .isThrownBy(() -> calls(true).post(url(endless), Map.of(), utf8("{}"), SHORT))
                .withMessageContaining("hooks.example");
    }

    @Test
    void a_host_that_cannot_be_found_is_refused_when_given_and_may_come_back_when_called() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> calls(false).check(URI.create("https://nowhere.example/")))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
                    assertThat(problem.next()).contains("spelling").contains("later");
                });
        assertThatIOException().isThrownBy(() -> calls(false)
                .post(URI.create("https://nowhere.example/"), Map.of(), utf8("{}"), LONG));
    }

    @Test
    void a_lookup_that_takes_too_long_is_nobodys_mistake_and_may_be_tried_again() {
        var never = new CountDownLatch(1);
        var calls = new OutsideCalls(
                Guard.forCallers(
                        host -> {
                            await(never);
                            throw new UnknownHostException(host);
                        },
                        false),
                connections(),
                Duration.ofMillis(20));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> calls.check(URI.create("https://hooks.example/")))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.LOOKUP_TIMED_OUT);
                    assertThat(problem.code().retryable()).isTrue();
                    assertThat(problem.detail()).contains("hooks.example");
                });
        never.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_address_of_more_than_2048_characters_is_refused_with_its_length() {
        var longest = "https://93.184.216.34/" + "a".repeat(2026);

        assertThatNoException().isThrownBy(() -> ofTheSystem(false).check(URI.create(longest)));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> ofTheSystem(false).check(URI.create(longest + "a")))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_REQUEST))
                .withMessageContaining("2049 characters")
                .withMessageContaining("2048");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.216.34/a.mp4",
                "file:///etc/passwd",
                "ftp://93.184.216.34/a.mp4",
                "https:///a.mp4",
                "https://a_b.example/a.mp4",
                "https://user:secret@93.184.216.34/a.mp4",
                "https://@93.184.216.34/a.mp4",
                "https://93.184.216.34:0/a.mp4",
                "https://127.0.0.1/a.mp4",
                "https://127.1/a.mp4",
                "https://2130706433/a.mp4",
                "https://0x7f000001/a.mp4",
                "https://0x7f.0.0.1/a.mp4",
                "https://0177.0.0.1/a.mp4",
                "https://017700000001/a.mp4",
                "https://localhost/a.mp4",
                "https://10.1.2.3/a.mp4",
                "https://192.168.1.1/a.mp4",
                "https://169.254.169.254/latest/meta-data",
                "https://2852039166/latest/meta-data",
                "https://[fd00:ec2::254]/latest/meta-data",
                "https://100.64.0.1/a.mp4",
                "https://0.0.0.0/a.mp4",
                "https://[::1]/a.mp4",
                "https://[fd00::1]/a.mp4",
                "https://[::ffff:127.0.0.1]/a.mp4",
                "https://[::127.0.0.1]/a.mp4",
                "https://[64:ff9b::127.0.0.1]/a.mp4"
            })
    void only_https_at_a_public_address_is_called(String url) {
        assertRefused(() -> ofTheSystem(false).check(URI.create(url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254/latest",
                "http://168.63.129.16/machine",
                "http://[fd00:ec2::254]/latest",
                "http://[fd20:ce::254]/computeMetadata",
                "http://[fd00:c1::a9fe:a9fe]/opc",
                "http://0.0.0.0/"
            })
    void metadata_is_out_of_reach_where_private_addresses_are_not(String url) {
        assertRefused(() -> ofTheSystem(true).check(URI.create(url)));
    }

    @Test
    void a_public_https_address_is_fine_and_private_ones_where_they_are_allowed() {
        assertThatNoException().isThrownBy(() -> ofTheSystem(false).check(URI.create("https://93.184.216.34/a.mp4")));
        assertThatNoException()
                .isThrownBy(() -> ofTheSystem(false).check(URI.create("HTTPS://[2606:2800:220::1]:8443")));
        assertThatNoException().isThrownBy(() -> ofTheSystem(true).check(URI.create("http://127.0.0.1:9/a.mp4")));
    }

    private TlsServer serve(String address, int port, Consumer<HttpServerRequest> answer) {
        var server = new TlsServer(VERTX, address, port, certificate, answer);
        servers.add(server);
        return server;
    }

    private static void ok(HttpServerRequest request) {
        request.response().end();
    }

    private static URI url(TlsServer server) {
        return URI.create("https://hooks.example:" + server.port() + "/hook?who=a%20b");
    }

    private OutsideCalls calls(boolean privateUrls) {
        return new OutsideCalls(Guard.forCallers(this::meaning, privateUrls), connections(), LONG);
    }

    private static Connections connections() {
        return new Connections(VERTX, new HttpClientOptions().setTrustOptions(TlsServer.store(certificate)));
    }

    private static OutsideCalls ofTheSystem(boolean privateUrls) {
        return new OutsideCalls(VERTX, () -> privateUrls);
    }

    /** The next of {@link #meanings}: addresses with commas between. */
    private InetAddress[] meaning(String host) throws UnknownHostException {
        asked++;
        if (meanings.isEmpty()) {
            throw new UnknownHostException(host);
        }
        var found = new ArrayList<InetAddress>();
        for (var literal : meanings.poll().split(",")) {
            found.add(InetAddress.getByName(literal));
        }
        return found.toArray(InetAddress[]::new);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(Problem.class).isThrownBy(call).satisfies(problem -> assertThat(problem.code())
                .isEqualTo(ProblemCode.INVALID_REQUEST));
    }

    private static byte[] utf8(String said) {
        return said.getBytes(StandardCharsets.UTF_8);
    }
}

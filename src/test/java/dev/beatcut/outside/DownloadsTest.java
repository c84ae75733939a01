package dev.beatcut.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.problem.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DownloadsTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final int LONG = 20;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Deque<String> meanings = new ArrayDeque<>();
    private final AtomicLong sent = new AtomicLong();
    private final CompletableFuture<Void> hungUp = new CompletableFuture<>();
    private HttpServer server;
    private URI store;
    private Downloads downloads;

    @BeforeEach
    void serve() {
        server = VERTX.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        store = URI.create("http://127.0.0.1:" + server.actualPort());
        downloads = downloads(Downloads.to(this::meaning, Reach.PUBLIC));
    }

    private Downloads downloads(Guard strangers) {
        return new Downloads(strangers, this::meaning, new Connections(VERTX, new HttpClientOptions()));
    }

    @AfterEach
    void stop() {
        downloads.close();
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterAll
    static void end() {
        VERTX.close();
    }

    private void answer(HttpServerRequest request) {
        asked.add(request.uri());
        var response = request.response();
        if (request.path().startsWith("/to/")) {
            response.setStatusCode(302)
                    .putHeader("Location", request.getParam("url"))
                    .end();
            return;
        }
        switch (request.path()) {
            case "/file" ->
                response.putHeader("Content-Disposition", "attachment; filename=a.mp4")
                        .end("the film");
            case "/endless" -> endless(request);
            case "/half" ->
                response.putHeader("Content-Length", "1000").write("half").onSuccess(written -> request.connection()
                        .close());
            default -> response.setStatusCode(404).end();
        }
    }

    private void endless(HttpServerRequest request) {
        var response = request.response().setChunked(true);
        response.closeHandler(closed -> hungUp.complete(null));
        more(request);
    }

    private void more(HttpServerRequest request) {
        request.response().write(Buffer.buffer(new byte[64 * 1024])).onSuccess(written -> {
            sent.addAndGet(64 * 1024);
            more(request);
        });
    }

    @Test
    void the_stores_own_origin_is_fetched_from_though_it_is_private() throws IOException {
        assertThat(get(store.resolve("/file?signature=a%2Fb"))).isEqualTo("attachment; filename=a.mp4: the film");
        assertThat(asked).containsExactly("/file?signature=a%2Fb");
    }

    @Test
    void another_port_or_scheme_or_name_of_that_host_is_not_the_stores_origin() {
        for (var other : List.of(
                "http://127.0.0.1:1/file",
                "https://127.0.0.1:" + server.actualPort() + "/file",
                "http://localhost:" + server.actualPort() + "/file",
                "http://127.0.0.2:" + server.actualPort() + "/file")) {
            assertThatExceptionOfType(Problem.class).isThrownBy(() -> get(URI.create(other)));
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void a_redirect_is_followed_as_far_as_it_leads_to_what_may_be_fetched() throws IOException {
        assertThat(everywhere(to("/file"))).endsWith("the film");

        for (var inside : List.of(
                "http://169.254.169.254/latest", "http://10.0.0.1/", "http://localhost/", "file:///a", "//[::1]/")) {
            assertThatExceptionOfType(Problem.class).isThrownBy(() -> get(to(inside)));
        }
    }

    @Test
    void nobody_redirects_to_the_stores_origin_not_even_the_store() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> get(to("/file")))
                .withMessageContaining("public");

        assertThat(asked).containsExactly("/to/?url=/file");
    }

    @Test
    void where_the_stores_origin_is_no_plain_one_nothing_private_is_fetched() {
        for (var odd : List.of("http://my_store:9000", "store", "file:///store")) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(
                            () -> downloads.get(store.resolve("/file"), URI.create(odd), (from, said, bytes) -> {}));
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void the_fourth_redirect_is_one_too_many() throws IOException {
        var three = "/to/?url=/to/?url=/to/?url=/file";
        assertThat(everywhere(store.resolve(three))).endsWith("the film");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> everywhere(store.resolve("/to/?url=" + three)))
                .withMessageContaining("redirects");
    }

    @Test
    void a_name_that_is_private_when_it_is_fetched_is_refused_whatever_it_was_before() {
        meanings.addAll(List.of("127.0.0.1", "93.184.216.34"));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> get(URI.create("http://films.example:" + server.actualPort() + "/file")));

        assertThat(asked).isEmpty();
        assertThat(meanings).hasSize(1);
    }

    @Test
    void what_is_no_file_is_refused_with_the_answers_status() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> get(store.resolve("/none")))
                .withMessageContaining("404");
    }

    @Test
    void a_file_that_breaks_off_is_not_a_file() {
        assertThatIOException().isThrownBy(() -> get(store.resolve("/half")));
    }

    @Test
    void a_receiver_that_has_enough_ends_the_connection_and_nothing_is_read_far_ahead() throws Exception {
        assertThatThrownBy(() -> downloads.get(store.resolve("/endless"), store, (from, disposition, bytes) -> {
                    bytes.readNBytes(100_000);
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");

        hungUp.get(LONG, TimeUnit.SECONDS);
        assertThat(sent.get()).isLessThan(20_000_000);
    }

    private URI to(String url) {
        return store.resolve("/to/?url=" + url);
    }

    private String get(URI url) throws IOException {
        return get(downloads, url);
    }

    /** Where redirects lead to is this machine. */
    private String everywhere(URI url) throws IOException {
        return get(downloads(Downloads.to(this::meaning, Reach.OWN)), url);
    }

    private String get(Downloads downloads, URI url) throws IOException {
        var got = new StringBuilder();
        downloads.get(url, store, (from, disposition, bytes) -> got.append(disposition)
                .append(": ")
                .append(new String(bytes.readAllBytes(), StandardCharsets.UTF_8)));
        return got.toString();
    }

    private InetAddress[] meaning(String host) throws java.net.UnknownHostException {
        return InetAddress.getAllByName(meanings.isEmpty() ? host : meanings.poll());
    }
}

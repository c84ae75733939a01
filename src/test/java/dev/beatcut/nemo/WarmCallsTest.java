package dev.beatcut.nemo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.Response;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmCallsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    private final List<URI> called = new ArrayList<>();
    private boolean closed;

    @Test
    void the_client_calls_an_upstream_on_loopback_and_neither_is_left() {
        new WarmCalls(new Settings(Duration.ofMinutes(15), Duration.ofMinutes(10)), this::client, CLOCK).run();

        assertThat(called).isNotEmpty().allMatch(uri -> uri.getHost().equals("127.0.0.1"));
        assertThat(closed).isTrue();
        assertThatThrownBy(() -> new Socket(
                                InetAddress.getLoopbackAddress(),
                                called.getFirst().getPort())
                        .close())
                .isInstanceOf(IOException.class);
    }

    /** As REST clients are: closeable, though their interface does not say so. */
    private NemoEndpoints client(URI base) {
        return (NemoEndpoints) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {NemoEndpoints.class, Closeable.class},
                (self, call, values) -> {
                    if (call.getName().equals("close")) {
                        closed = true;
                        return null;
                    }
                    called.add(base);
                    return get(base.resolve("/api/credits/balance/simple"));
                });
    }

    private static Response get(URI uri) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var reply = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
            var headers = new HashMap<String, String>();
            reply.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            return InProcessNemo.answer(reply.statusCode(), headers, reply.body());
        }
    }
}

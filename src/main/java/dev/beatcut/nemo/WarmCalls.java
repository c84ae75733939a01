package dev.beatcut.nemo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.beatcut.snapshot.WarmUp;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Calls an upstream that answers on loopback for as long as this takes, by a REST client like the one that is used later:
 * the real one is told nothing, needs no token, and may be out of reach.
 */
@Singleton
@IfBuildProperty(name = "quarkus.native.enabled", stringValue = "false", enableIfMissing = true)
final class WarmCalls implements WarmUp {

    private static final byte[] ANSWER =
            "{\"code\": 0, \"data\": {\"available\": 0, \"frozen\": 0, \"total\": 0}}".getBytes(StandardCharsets.UTF_8);

    private static final Credentials NOBODY = new Credentials("", new Attribution("snapshot", "0", "snapshot"));

    private static final int CALLS = 20;

    private final NemoConfig config;
    private final Function<URI, NemoEndpoints> endpoints;
    private final InstantSource clock;

    @Inject
    WarmCalls(NemoConfig config, InstantSource clock) {
        this(config, base -> ApiCalls.client(base, config), clock);
    }

    WarmCalls(NemoConfig config, Function<URI, NemoEndpoints> endpoints, InstantSource clock) {
        this.config = config;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", WarmCalls::answer);
            server.start();
            try {
                call(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
            } finally {
                server.stop(0);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void call(URI base) throws IOException {
        var client = endpoints.apply(base);
        try {
            var address = new NemoAddress(base, null);
            var api = new ApiCalls(address, config, any -> client, clock);
            for (var i = 0; i < CALLS; i++) {
                Replies.balance(
                        api.call(it -> it.credits(Caller.of(NOBODY, address))).data());
            }
        } finally {
            if (client instanceof Closeable closeable) {
                closeable.close();
            }
        }
    }

    /** Each on a connection of its own: none is left. */
    private static void answer(HttpExchange call) throws IOException {
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.getResponseHeaders().add("Connection", "close");
        call.sendResponseHeaders(200, ANSWER.length);
        call.getResponseBody().write(ANSWER);
        call.close();
    }
}

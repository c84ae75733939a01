package dev.beatcut.studio.wire;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;

/** Connections of the HTTP server. Pulling waits until the connection is closed, so that nothing slips out after it. */
@Singleton
final class HttpConnections implements ClientConnection.Finder {

    private static final List<String> PASSED_ON = List.of("Forwarded", "X-Forwarded-For", "Via");

    private final CurrentVertxRequest requests;

    HttpConnections(CurrentVertxRequest requests) {
        this.requests = requests;
    }

    @Override
    public ClientConnection current() {
        var connection = requests.getCurrent().request().connection();
        return () ->
                connection.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Who comes through a proxy on this machine comes from elsewhere. */
    @Override
    public boolean isFromHere() {
        var request = requests.getCurrent().request();
        var caller = request.connection().remoteAddress().hostAddress();
        return PASSED_ON.stream().noneMatch(request.headers()::contains)
                && caller != null
                && (InetAddress.ofLiteral(caller).isLoopbackAddress()
                        || caller.equals(request.connection().localAddress().hostAddress()));
    }
}

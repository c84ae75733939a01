package dev.beatcut.studio.wire;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;

/** Connections of the HTTP server. Pulling waits until the connection is closed, so that nothing slips out after it. */
@Singleton
final class HttpConnections implements ClientConnection.Finder {

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
}

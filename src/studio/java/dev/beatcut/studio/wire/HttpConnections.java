package dev.beatcut.studio.wire;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/** Connections of the HTTP server. Pulling waits until the connection is closed, so that nothing slips out after it. */
@Singleton
final class HttpConnections implements ClientConnection.Finder {

    /** What a proxy adds, and a browser for a page. */
    private static final List<String> PASSED_ON = List.of("Forwarded", "X-Forwarded-For", "Via", "Origin");

    /** A page can have a name of its own lead here, and no address. */
    private static final Pattern ADDRESS_OR_LOCALHOST =
            Pattern.compile("localhost|[0-9.]+|\\[?[0-9a-fA-F.]*:[0-9a-fA-F:.]*]?");

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

    /** Who comes through a proxy on this machine, or in a browser's page, comes from elsewhere. */
    @Override
    public boolean isFromHere() {
        var request = requests.getCurrent().request();
        var caller = request.connection().remoteAddress().hostAddress();
        return PASSED_ON.stream().noneMatch(request.headers()::contains)
                && caller != null
                && isAddressed(request.authority())
                && (InetAddress.ofLiteral(caller).isLoopbackAddress()
                        || caller.equals(request.connection().localAddress().hostAddress()));
    }

    private static boolean isAddressed(HostAndPort named) {
        return named != null && ADDRESS_OR_LOCALHOST.matcher(named.host()).matches();
    }
}

package dev.beatcut.outside;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Connections to {@link Place}s, each for one request: host name and certificate are those of the URL. */
final class Connections {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int MOST_TO_ONE_HOST = 64;

    private final HttpClient client;

    /** @param options of TLS; the rest is set here */
    Connections(Vertx vertx, HttpClientOptions options) {
        this.client = vertx.createHttpClient(
                options.setKeepAlive(false)
                        .setConnectTimeout((int) CONNECT.toMillis())
                        .setVerifyHost(true),
                new PoolOptions().setHttp1MaxSize(MOST_TO_ONE_HOST));
    }

    /** A request of which nothing was sent yet, to the first of the addresses that answers. */
    Future<HttpClientRequest> open(HttpMethod method, Place place, Map<String, String> headers) {
        var options = new RequestOptions()
                .setMethod(method)
                .setHost(place.url().getHost())
                .setPort(Place.port(place.url()))
                .setSsl(place.isSecure())
                .setURI(place.target())
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        return first(options, place.sockets());
    }

    private Future<HttpClientRequest> first(RequestOptions options, List<SocketAddress> sockets) {
        var tried = client.request(new RequestOptions(options).setServer(sockets.getFirst()));
        return sockets.size() == 1
                ? tried
                : tried.recover(unreachable -> first(options, sockets.subList(1, sockets.size())));
    }

    void close() {
        client.close();
    }

    /** Waits on this thread, a virtual one. */
    static <T> T await(Future<T> future, Duration wait) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IOException("Nothing came within " + wait.toMillis() + " ms", late);
        } catch (ExecutionException | CancellationException broken) {
            throw new IOException("The connection failed", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", stopped);
        }
    }
}

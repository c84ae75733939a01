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
import io.vertx.core.tracing.TracingPolicy;
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
    private static final int MOST_TRIED = 4;

    private final HttpClient client;

    /** @param options of TLS; the rest is set here */
    Connections(Vertx vertx, HttpClientOptions options) {
        this.client = vertx.createHttpClient(
                options.setKeepAlive(false)
                        .setTracingPolicy(TracingPolicy.IGNORE)
                        .setConnectTimeout((int) CONNECT.toMillis())
                        .setVerifyHost(true),
                new PoolOptions().setHttp1MaxSize(MOST_TO_ONE_HOST));
    }

    /**
     * A request of which nothing was sent yet, to the first of the addresses that answers; of many, the first four are
     * tried.
     *
     * @param wait when it is over, no other address is tried
     */
    Future<HttpClientRequest> open(HttpMethod method, Place place, Map<String, String> headers, Duration wait) {
        var options = new RequestOptions()
                .setMethod(method)
                .setHost(place.url().getHost())
                .setPort(Place.port(place.url()))
                .setSsl(place.isSecure())
                .setURI(place.target())
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        var sockets = place.sockets().stream().limit(MOST_TRIED).toList();
        return first(options, sockets, System.nanoTime() + wait.toNanos());
    }

    private Future<HttpClientRequest> first(RequestOptions options, List<SocketAddress> sockets, long over) {
        var tried = client.request(new RequestOptions(options).setServer(sockets.getFirst()));
        return tried.recover(unreachable -> sockets.size() == 1 || System.nanoTime() - over >= 0
                ? Future.failedFuture(unreachable)
                : first(options, sockets.subList(1, sockets.size()), over));
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

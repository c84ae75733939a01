package dev.beatcut.nemo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests and replies whose bodies stream: turns, uploads, downloads. (The REST client ends an {@code InputStream} that
 * was silent for 100 s, and keeps a multipart stream in memory.) Every request has a connection of its own: one taken
 * from a pool may be stale, and then nobody knows whether the request was heard. Nothing is retried, no redirect followed.
 */
final class ByteCalls {

    private static final int MOST_AT_ONCE = 10_000;

    private final HttpClient client;
    private final Duration connectTimeout;

    ByteCalls(Vertx vertx, Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
        var options = new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout((int) connectTimeout.toMillis())
                .setVerifyHost(true);
        client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(MOST_AT_ONCE));
    }

    /** A request whose connection stands and of which nothing was sent yet. */
    HttpClientRequest connect(HttpMethod method, URI uri, Map<String, String> headers) {
        var options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(uri.toString())
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        try {
            return await(client.request(options), connectTimeout.multipliedBy(2));
        } catch (IOException | TimeoutException e) {
            throw NemoError.unreachable("No connection to " + uri.getHost(), e);
        }
    }

    /** Sends {@code body} whole; nobody knows whether it was heard if this fails. */
    Chunks send(HttpClientRequest request, byte[] body, Duration wait) throws IOException, TimeoutException {
        var reply = reply(request);
        await(request.end(io.vertx.core.buffer.Buffer.buffer(body)), wait);
        return await(reply, wait);
    }

    /** To be asked for before the request ends. */
    Future<Chunks> reply(HttpClientRequest request) {
        return request.response().map(Chunks::new);
    }

    /** Waits on this thread, a virtual one; hanging up is up to the caller. */
    static <T> T await(Future<T> future, Duration wait) throws IOException, TimeoutException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | CancellationException e) {
            throw new IOException("The connection broke", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}

package dev.beatcut.nemo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Turns, uploads and downloads over HTTP. (The REST client ends an {@code InputStream} that was silent for 100 s, and
 * keeps a multipart stream in memory.) Every request has a connection of its own: one taken from a pool may be stale,
 * and
 * then nobody knows whether the request was heard.
 */
final class ByteCalls implements Calls {

    private static final int MOST_AT_ONCE = 10_000;
    private static final int PIECE = 64 * 1024;

    private final HttpClient client;
    private final Duration connectTimeout;
    private final Duration pieceTimeout;

    /** @param pieceTimeout for each piece of a request to leave */
    ByteCalls(Vertx vertx, Duration connectTimeout, Duration pieceTimeout) {
        this.connectTimeout = connectTimeout;
        this.pieceTimeout = pieceTimeout;
        client = vertx.createHttpClient(options(connectTimeout), new PoolOptions().setHttp1MaxSize(MOST_AT_ONCE));
    }

    /** A connection may be idle for ever: whoever waits knows for how long. */
    static HttpClientOptions options(Duration connectTimeout) {
        return new HttpClientOptions()
                .setKeepAlive(false)
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setConnectTimeout((int) connectTimeout.toMillis())
                .setVerifyHost(true);
    }

    @Override
    public StreamedReply send(String method, URI uri, Map<String, String> headers, InputStream body)
            throws IOException {
        var request = connect(method, uri, headers);
        var reply = new Chunks(request);
        try {
            write(request, body);
        } catch (IOException | Late e) {
            if (!reply.begun()) { // else it was refused before its end, and the reply says why
                reply.close();
                throw new IOException("The connection to " + uri.getHost() + " broke while the request was sent", e);
            }
        }
        return reply;
    }

    /** A request whose connection stands and of which nothing was sent yet. */
    private HttpClientRequest connect(String method, URI uri, Map<String, String> headers) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(method))
                .setAbsoluteURI(uri.toString())
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        var request = client.request(options);
        try {
            return await(request, connectTimeout.multipliedBy(2));
        } catch (IOException | Late e) {
            request.onSuccess(HttpClientRequest::reset); // it may yet come
            throw NemoError.unreachable("No connection to " + uri.getHost(), e);
        }
    }

    private void write(HttpClientRequest request, InputStream body) throws IOException, Late {
        for (var piece = body.readNBytes(PIECE); piece.length > 0; piece = body.readNBytes(PIECE)) {
            await(request.write(Buffer.buffer(piece)), pieceTimeout);
        }
        await(request.end(), pieceTimeout);
    }

    /** Waits on this thread, a virtual one; hanging up is up to the caller. */
    static <T> T await(Future<T> future, Duration wait) throws IOException, Late {
        try {
            return future.toCompletionStage().toCompletableFuture().get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Late();
        } catch (ExecutionException | CancellationException e) {
            throw new IOException("The connection broke", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}

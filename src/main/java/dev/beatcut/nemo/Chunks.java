package dev.beatcut.nemo;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A reply over HTTP, for a thread that may block. At most {@link #AHEAD} pieces are read ahead. */
final class Chunks implements StreamedReply {

    private static final int AHEAD = 8;

    /** A piece of the body, or its end, or what broke it. */
    private record Piece(byte[] bytes, Throwable broken) {}

    private final HttpClientRequest request;
    private final Future<HttpClientResponse> response;
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private boolean over;

    /** To be made before the request ends, since the body is to be taken as it arrives. */
    Chunks(HttpClientRequest request) {
        this.request = request;
        request.exceptionHandler(broken -> {}); // the response says so too
        this.response = request.response().map(this::listen);
    }

    private HttpClientResponse listen(HttpClientResponse arrived) {
        arrived.pause();
        arrived.exceptionHandler(broken -> pieces.add(new Piece(null, broken)));
        arrived.endHandler(end -> pieces.add(new Piece(null, null)));
        arrived.handler(bytes -> pieces.add(new Piece(bytes.getBytes(), null)));
        arrived.fetch(AHEAD);
        return arrived;
    }

    boolean begun() {
        return response.succeeded();
    }

    @Override
    public ReplyHead head(Duration wait) throws IOException, Late {
        var arrived = ByteCalls.await(response, wait);
        var headers = new LinkedHashMap<String, String>();
        arrived.headers().forEach((name, value) -> headers.putIfAbsent(name, value));
        return new ReplyHead(arrived.statusCode(), headers);
    }

    @Override
    public byte[] next(Duration wait) throws IOException, Late {
        if (over) {
            return null;
        }
        var piece = take(wait);
        if (piece.broken() != null) {
            over = true;
            throw new IOException("The connection broke while the upstream answered", piece.broken());
        }
        over = piece.bytes() == null;
        if (!over) {
            response.result().fetch(1);
        }
        return piece.bytes();
    }

    private Piece take(Duration wait) throws IOException, Late {
        try {
            var piece = pieces.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
            if (piece == null) {
                throw new Late();
            }
            return piece;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the upstream answered", e);
        }
    }

    @Override
    public void close() {
        if (!over) {
            request.reset();
        }
    }
}

package dev.beatcut.nemo;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of a reply, piece by piece, for a thread that may block. At most {@link #AHEAD} pieces are read ahead. There
 * is no time limit of its own: whoever waits says how long.
 */
final class Chunks implements AutoCloseable {

    private static final int AHEAD = 8;

    /** A piece of the body, or its end, or what broke it. */
    private record Piece(byte[] bytes, Throwable broken) {}

    private final HttpClientResponse response;
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private boolean over;

    /** To be called where the response arrives, before any of its body does. */
    Chunks(HttpClientResponse response) {
        this.response = response;
        response.pause();
        response.exceptionHandler(broken -> pieces.add(new Piece(null, broken)));
        response.endHandler(end -> pieces.add(new Piece(null, null)));
        response.handler(bytes -> pieces.add(new Piece(bytes.getBytes(), null)));
        response.fetch(AHEAD);
    }

    int status() {
        return response.statusCode();
    }

    /** A header, or null. */
    String header(String name) {
        return response.getHeader(name);
    }

    /**
     * The next piece, or null at the end.
     *
     * @throws Late if none came in time
     * @throws IOException if the connection broke
     */
    byte[] next(Duration wait) throws IOException, Late {
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
            response.fetch(1);
        }
        return piece.bytes();
    }

    /** The rest, at most {@code limit} bytes of it. */
    byte[] rest(int limit, Duration wait) throws IOException, Late {
        var all = Buffer.buffer();
        for (var piece = next(wait); piece != null && all.length() < limit; piece = next(wait)) {
            all.appendBytes(piece, 0, Math.min(piece.length, limit - all.length()));
        }
        return all.getBytes();
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

    /** Hangs up, unless the reply has been read to its end. */
    @Override
    public void close() {
        if (!over) {
            response.request().reset();
        }
    }

    /** Nothing came in time. */
    static final class Late extends Exception {}
}

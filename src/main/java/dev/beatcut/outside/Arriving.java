package dev.beatcut.outside;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The body of an answer as it arrives, for a thread that may block. At most {@link #AHEAD} pieces are read ahead. */
final class Arriving extends InputStream {

    private static final int AHEAD = 8;

    /** A piece of the body, or its end, or what broke it. */
    private record Piece(byte[] bytes, Throwable broken) {}

    private final HttpClientRequest request;
    private final Future<HttpClientResponse> response;
    private final Duration silence;
    private final long giveUp;
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private byte[] piece = {};
    private int read;

    /**
     * Sends the request, which has no body.
     *
     * @param silence for the head and for each piece
     * @param all for the whole
     */
    Arriving(HttpClientRequest request, Duration silence, Duration all) {
        this.request = request;
        this.silence = silence;
        this.giveUp = System.nanoTime() + all.toNanos();
        this.response = request.response().map(this::listen);
        request.end();
    }

    private HttpClientResponse listen(HttpClientResponse arrived) {
        arrived.pause();
        arrived.exceptionHandler(broken -> pieces.add(new Piece(null, broken)));
        arrived.endHandler(end -> pieces.add(new Piece(null, null)));
        arrived.handler(bytes -> pieces.add(new Piece(bytes.getBytes(), null)));
        arrived.fetch(AHEAD);
        return arrived;
    }

    HttpClientResponse head() throws IOException {
        return Connections.await(response, silence);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (length > 0 && piece != null && read == piece.length) {
            piece = next();
            read = 0;
        }
        if (piece == null) {
            return -1;
        }
        var taken = Math.min(length, piece.length - read);
        System.arraycopy(piece, read, into, from, taken);
        read += taken;
        return taken;
    }

    /** Null at the end. */
    private byte[] next() throws IOException {
        var next = poll();
        if (next == null || next.broken() != null) {
            throw new IOException("The body broke off", next == null ? null : next.broken());
        }
        if (next.bytes() != null) {
            response.result().fetch(1);
        }
        return next.bytes();
    }

    private Piece poll() throws IOException {
        try {
            var left = Math.min(silence.toNanos(), giveUp - System.nanoTime());
            return left <= 0 ? null : pieces.poll(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", stopped);
        }
    }

    /** Hangs up, unless it was read to its end. */
    @Override
    public void close() {
        if (piece != null) {
            request.reset();
        }
    }
}

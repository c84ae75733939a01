package dev.beatcut.nemo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A {@link StreamedReply} for readers of streams. */
final class ReplyStream extends InputStream {

    private final StreamedReply reply;
    private final Duration wait;
    private byte[] piece = {};
    private int read;

    /** @param wait for each piece */
    ReplyStream(StreamedReply reply, Duration wait) {
        this.reply = reply;
        this.wait = wait;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (piece != null && read == piece.length) {
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

    private byte[] next() throws IOException {
        try {
            return reply.next(wait);
        } catch (Late e) {
            throw new IOException("Nothing came for " + wait.toSeconds() + " s", e);
        }
    }

    @Override
    public void close() {
        reply.close();
    }
}

package dev.beatcut.nemo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;

/**
 * A reply that is under way: its head, then its body piece by piece. It has no time limit of its own, and nobody waits
 * longer than he says; after {@link Late} he may ask again. An {@link IOException} says that the connection broke.
 */
interface StreamedReply extends AutoCloseable {

    ReplyHead head(Duration wait) throws IOException, Late;

    /** The next piece, or null at the end. */
    byte[] next(Duration wait) throws IOException, Late;

    /** Waits for the next piece as long as somebody likes. */
    interface Pieces {
        byte[] next() throws IOException, Late;
    }

    /** What {@code pieces} are together, at most {@code limit} bytes of it. */
    static byte[] whole(int limit, Pieces pieces) throws IOException, Late {
        var all = new ByteArrayOutputStream();
        for (var piece = pieces.next(); piece != null && all.size() < limit; piece = pieces.next()) {
            all.write(piece, 0, Math.min(piece.length, limit - all.size()));
        }
        return all.toByteArray();
    }

    /** Hangs up, unless the reply has been read to its end. */
    @Override
    void close();
}

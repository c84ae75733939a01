package dev.beatcut.studio.wire;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Where a stream's connection breaks. The turn goes on, as it does when a client leaves.
 *
 * @param at after so many bytes; a shorter stream ends as it should
 */
record Cut(long at) implements Aspect {

    static final Cut NEVER = new Cut(Long.MAX_VALUE);

    /** Says that the connection was broken on purpose. */
    static final class Done extends IOException {
        private Done() {
            super("The connection was cut");
        }
    }

    OutputStream through(OutputStream out, ClientConnection connection) {
        return this == NEVER ? out : new Cutting(out, connection, at);
    }

    private static final class Cutting extends FilterOutputStream {

        private final ClientConnection connection;
        private long left;

        Cutting(OutputStream out, ClientConnection connection, long left) {
            super(out);
            this.connection = connection;
            this.left = left;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int passing = (int) Math.min(length, left);
            out.write(bytes, from, passing);
            left -= passing;
            if (left == 0) {
                out.flush();
                connection.pull();
                throw new Done();
            }
        }
    }
}

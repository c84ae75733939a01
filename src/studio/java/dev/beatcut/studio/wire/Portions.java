package dev.beatcut.studio.wire;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * How the bytes of a stream come.
 *
 * @param size so many at a time, whatever they are part of; 0 for whole frames
 */
record Portions(int size) implements Aspect {

    static final Portions WHOLE = new Portions(0);

    OutputStream through(OutputStream out) {
        return size == 0 ? out : new Portioning(out, size);
    }

    private static final class Portioning extends FilterOutputStream {

        private final int size;

        Portioning(OutputStream out, int size) {
            super(out);
            this.size = size;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int at = 0; at < length; at += size) {
                out.write(bytes, from + at, Math.min(size, length - at));
                out.flush();
            }
        }
    }
}

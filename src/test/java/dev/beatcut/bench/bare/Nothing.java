package dev.beatcut.bench.bare;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What any Java function costs: it gives back what it gets. */
public final class Nothing {

    public void handle(InputStream input, OutputStream output) throws IOException {
        input.transferTo(output);
    }
}

package dev.beatcut.studio.ffmpeg;

import java.io.IOException;
import java.io.InputStream;

/** Takes what a process writes to its standard output; called once, on a thread of its own. */
@FunctionalInterface
public interface Reading<T> {
    T from(InputStream output) throws IOException;
}

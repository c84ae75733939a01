package dev.beatcut.studio.ffmpeg;

import java.io.IOException;
import java.io.OutputStream;

/** Gives a process what it reads from its standard input; called once, on the caller's thread. */
@FunctionalInterface
public interface Writing {
    void to(OutputStream input) throws IOException;
}

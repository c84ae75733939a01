package dev.beatcut.studio.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;

/** What a process said on its standard error: the last lines, and whether the disk was full. */
final class Log {

    private static final int KEPT = 20;

    private final Consumer<String> listener;
    private final ArrayDeque<String> last = new ArrayDeque<>();
    private boolean diskFull;

    /** @param listener gets every line, in order; may be null */
    Log(Consumer<String> listener) {
        this.listener = listener;
    }

    void drain(InputStream errors) {
        try (var lines = new BufferedReader(new InputStreamReader(errors, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String line) {
        if (listener != null) {
            listener.accept(line);
        }
        if (line.isBlank() || line.contains("no version information available")) {
            return; // the dynamic linker about a stand-in library
        }
        keep(line);
    }

    private synchronized void keep(String line) {
        diskFull |= line.contains("No space left on device");
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.addLast(line);
    }

    synchronized List<String> lines() {
        return List.copyOf(last);
    }

    synchronized boolean diskFull() {
        return diskFull;
    }
}

package dev.beatcut.studio.plan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a table beside the tests: those that say something, without the remarks. */
final class Lines {

    private Lines() {}

    static List<String> of(String table) {
        try (var lines = new BufferedReader(
                new InputStreamReader(Lines.class.getResourceAsStream(table), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package dev.beatcut.studio.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * Reads {@code -progress}: blocks of {@code key=value} lines, of which the output's time so far is told in ms. Gives the
 * number of frames that were written at last.
 */
final class Progress implements Reading<Long> {

    private static final String TIME = "out_time_us=";
    private static final String FRAMES = "frame=";

    private final LongConsumer writtenMs;

    Progress(LongConsumer writtenMs) {
        this.writtenMs = writtenMs;
    }

    @Override
    public Long from(InputStream output) throws IOException {
        long frames = 0;
        var lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(TIME)) {
                tell(line.substring(TIME.length()).strip());
            } else if (line.startsWith(FRAMES)) {
                frames = Long.parseLong(line.substring(FRAMES.length()).strip());
            }
        }
        return frames;
    }

    private void tell(String micros) {
        // "N/A" until the first packet; below 0 while an encoder is being primed
        if (micros.chars().allMatch(c -> c >= '0' && c <= '9')) {
            writtenMs.accept(Long.parseLong(micros) / 1000);
        }
    }
}

package dev.beatcut.studio.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Reads ffprobe's packet times, one line a packet: {@code pts,duration} in seconds, either of which may be N/A. */
final class Packets {

    static final long TAIL_MS = 2000;

    private Packets() {}

    /** The latest end of a packet in ms, 0 without any. */
    static long endMs(InputStream output) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
        long end = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var fields = line.split(",");
            if (fields.length > 0 && isTime(fields[0])) {
                end = Math.max(end, ms(fields[0]) + (fields.length > 1 && isTime(fields[1]) ? ms(fields[1]) : 0));
            }
        }
        return end;
    }

    static boolean isTime(String text) {
        return text.matches("-?\\d+(\\.\\d+)?");
    }

    static long ms(String seconds) {
        return new BigDecimal(seconds)
                .movePointRight(3)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}

package dev.beatcut.studio.footage;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Collects the times that ffmpeg's {@code showinfo} tells of the frames it passes, in their order. */
final class FrameTimes implements Consumer<String> {

    private static final Pattern TIME = Pattern.compile("\\bn: *(\\d+) pts: *\\S+ pts_time:(-?[0-9.e+-]+)");

    private long[] ms = new long[1024];
    private int count;

    @Override
    public void accept(String line) {
        if (!line.contains("pts_time:")) {
            return;
        }
        var found = TIME.matcher(line);
        if (found.find()) {
            if (count == ms.length) {
                ms = Arrays.copyOf(ms, 2 * count);
            }
            ms[count++] = Math.round(Double.parseDouble(found.group(2)) * 1000);
        }
    }

    long[] ms() {
        return Arrays.copyOf(ms, count);
    }
}

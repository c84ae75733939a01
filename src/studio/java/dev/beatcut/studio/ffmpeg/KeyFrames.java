package dev.beatcut.studio.ffmpeg;

import static dev.beatcut.studio.ffmpeg.FilterText.number;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where reading really begins when a time is sought: at the key frame before it. */
final class KeyFrames {

    private final Ffmpeg ffmpeg;

    KeyFrames(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** Only packets are read, one for each time. */
    List<Double> before(List<Double> seconds, Path file, MediaInfo info) {
        var intervals = seconds.stream().map(at -> number(at) + "%+#1").collect(Collectors.joining(","));
        var options = new ArrayList<>(List.of("-read_intervals", intervals, "-select_streams", "v:0"));
        options.addAll(List.of("-show_entries", "packet=pts_time", "-of", "csv=p=0"));
        options.addAll(UserMedia.input(file, info));
        try {
            var found = ffmpeg.ffprobe(options, KeyFrames::times);
            return found.size() == seconds.size() ? found : seconds;
        } catch (FfmpegFailed | UncheckedIOException notTold) {
            return seconds;
        }
    }

    private static List<Double> times(InputStream output) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
        var times = new ArrayList<Double>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var time = line.split(",")[0];
            if (Packets.isTime(time)) {
                times.add(Double.parseDouble(time));
            }
        }
        return times;
    }
}

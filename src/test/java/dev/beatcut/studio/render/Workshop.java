package dev.beatcut.studio.render;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.Track;
import dev.beatcut.timeline.TrackType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Makes small media, small films of them, and looks at those frame by frame and sample by sample. */
final class Workshop {

    static final int WIDTH = 180;
    static final int HEIGHT = 320;

    final Ffmpeg ffmpeg = Ffmpeg.bundled();
    final Path folder;
    private final Map<String, Source> known = new ConcurrentHashMap<>();

    Workshop(Path folder) {
        this.folder = folder;
    }

    /** @param lavfi picture source; @param arguments output options */
    Path picture(String name, String lavfi, String... arguments) {
        return media(name, List.of("-f", "lavfi", "-i", lavfi), arguments);
    }

    Path media(String name, List<String> inputs, String... arguments) {
        var all = new ArrayList<>(List.of("-v", "error"));
        all.addAll(inputs);
        all.addAll(List.of(arguments));
        all.add("" + folder.resolve(name));
        ffmpeg.run(all);
        return folder.resolve(name);
    }

    Path plain(String name, String color, String rate, double seconds) {
        return picture(name, "color=" + color + ":s=320x180:r=" + rate, "-t", "" + seconds, "-pix_fmt", "yuv420p");
    }

    static ObjectNode m() {
        return JsonNodeFactory.instance.objectNode();
    }

    static Segment shot(long start, long end, Path source, long sourceStart) {
        return shot(start, end, source, sourceStart, m());
    }

    static Segment shot(long start, long end, Path source, long sourceStart, ObjectNode m) {
        return Segment.media(null, start, end - start, "" + source, sourceStart, 1, m);
    }

    static Timeline timeline(long length, List<Segment> shots, List<Segment> songs, List<Segment> titles) {
        var m = m().put("width", WIDTH).put("height", HEIGHT).put("fps", 30);
        var tracks = List.of(
                Track.of("trk_v", TrackType.VIDEO, shots),
                Track.of("trk_a", TrackType.AUDIO, songs),
                Track.of("trk_t", TrackType.TEXT, titles));
        return new Timeline(length, tracks, m, null);
    }

    static Timeline timeline(long length, Segment... shots) {
        return timeline(length, List.of(shots), List.of(), List.of());
    }

    /** One that has made nothing yet. */
    FilmMaker maker() {
        return maker(UUID.randomUUID().toString());
    }

    /** One that knows what others of that name have made. */
    FilmMaker maker(String name) {
        return new FilmMaker(ffmpeg, new Mezzanines(folder.resolve("kept-" + name), 1 << 30, InstantSource.system()));
    }

    Function<String, Source> sources() {
        return src -> known.computeIfAbsent(src, fresh -> Source.of(ffmpeg, Path.of(fresh)));
    }

    Film film(Timeline timeline) {
        return film(timeline, ignored -> {});
    }

    Film film(Timeline timeline, FilmProgress percent) {
        try {
            var scratch = Files.createTempDirectory(folder, "scratch");
            var target = scratch.resolveSibling(scratch.getFileName() + ".mp4");
            return maker().make(timeline, sources(), Output.DEFAULT, target, scratch, percent);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Frames of a film as 8-bit samples, row by row. */
    List<byte[]> frames(Path film, String pixels, int bytesAPixel) {
        var arguments = List.of(
                "-v",
                "error",
                "-i",
                "" + film,
                "-fps_mode",
                "passthrough",
                "-pix_fmt",
                pixels,
                "-f",
                "rawvideo",
                "pipe:1");
        int size = WIDTH * HEIGHT * bytesAPixel;
        return ffmpeg.read(arguments, in -> {
            var frames = new ArrayList<byte[]>();
            for (var frame = in.readNBytes(size); frame.length == size; frame = in.readNBytes(size)) {
                frames.add(frame);
            }
            return frames;
        });
    }

    /** What colour each frame has at a place: one letter of {@code rgbwk}, or {@code ?}. */
    String colors(Path film, double x, double y) {
        var said = new StringBuilder();
        int at = 3 * ((int) (y * HEIGHT) * WIDTH + (int) (x * WIDTH));
        frames(film, "rgb24", 3).forEach(frame -> said.append(color(frame, at)));
        return said.toString();
    }

    private static char color(byte[] frame, int at) {
        int bits = 0;
        for (int i = 0; i < 3; i++) {
            int value = frame[at + i] & 0xFF;
            if (value > 75 && value < 180) {
                return '?';
            }
            bits = 2 * bits + (value >= 180 ? 1 : 0);
        }
        return "kb?crmyw".replace("?", "g").charAt(bits);
    }

    /** Mean grey of every frame. */
    double[] greys(Path film) {
        return frames(film, "gray", 1).stream()
                .mapToDouble(frame -> {
                    long sum = 0;
                    for (var pixel : frame) {
                        sum += pixel & 0xFF;
                    }
                    return (double) sum / frame.length;
                })
                .toArray();
    }

    /** Mono samples at 48 kHz, with the file's edit list obeyed. */
    float[] sound(Path media) {
        var arguments =
                List.of("-v", "error", "-i", "" + media, "-vn", "-ac", "1", "-ar", "48000", "-f", "f32le", "pipe:1");
        var bytes = ffmpeg.read(arguments, in -> in.readAllBytes());
        var samples = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
        return samples;
    }

    static double rms(float[] samples, double fromSeconds, double toSeconds) {
        var part = Arrays.copyOfRange(samples, (int) (fromSeconds * 48000), (int) (toSeconds * 48000));
        double sum = 0;
        for (var sample : part) {
            sum += sample * sample;
        }
        return Math.sqrt(sum / Math.max(1, part.length));
    }
}

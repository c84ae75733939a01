package dev.beatcut.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.render.FilmMaker;
import dev.beatcut.studio.render.Output;
import dev.beatcut.timeline.FrameRate;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.Track;
import dev.beatcut.timeline.TrackType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What rendering 64 segments of 30 s in 1080x1920 with music and a title costs, against transcoding the finished film
 * once. Arguments: clips, then a song. CPU seconds of child processes come from Linux' {@code /proc}.
 */
public final class RenderBench {

    private static final int SEGMENTS = 64;
    private static final int FRAMES = 900;

    private record Cost(double cpu, double wall) {}

    public static void main(String[] arguments) throws IOException {
        var files = List.of(arguments).stream()
                .map(a -> Path.of(a).toAbsolutePath())
                .toList();
        var folder = Files.createTempDirectory("render-bench");
        var scratch = Files.createDirectory(folder.resolve("scratch"));
        var film = folder.resolve("film.mp4");
        var ffmpeg = Ffmpeg.bundled();
        ffmpeg.encoders();
        var timeline = timeline(ffmpeg, files.subList(0, files.size() - 1), files.getLast());
        var render = cost(() -> new FilmMaker(ffmpeg).make(timeline, Path::of, Output.DEFAULT, film, scratch, p -> {}));
        var plain = cost(() -> ffmpeg.run(List.of(
                "-i",
                "" + film,
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-crf",
                "20",
                "-c:a",
                "aac",
                "" + folder.resolve("plain.mp4"))));
        System.out.printf("render     %6.1f CPU-s %6.1f s%n", render.cpu, render.wall);
        System.out.printf("transcode  %6.1f CPU-s %6.1f s%n", plain.cpu, plain.wall);
        System.out.printf("ratio      %6.2f       %6.2f%n", render.cpu / plain.cpu, render.wall / plain.wall);
        System.out.println(film);
    }

    private static Timeline timeline(Ffmpeg ffmpeg, List<Path> clips, Path song) {
        var json = JsonNodeFactory.instance;
        var rate = FrameRate.FPS_30;
        var shots = new ArrayList<Segment>();
        for (int i = 0; i < SEGMENTS; i++) {
            var clip = clips.get(i % clips.size());
            long from = rate.msOf((long) i * FRAMES / SEGMENTS);
            long to = rate.msOf((long) (i + 1) * FRAMES / SEGMENTS);
            long room = Math.max(1, ffmpeg.probe(clip).durationMs() - 1000);
            shots.add(Segment.media(null, from, to - from, "" + clip, i * 7919L % room, 0.3, json.objectNode()));
        }
        var music = Segment.media(
                null, 0, 30_000, "" + song, 0, 0.8, json.objectNode().put("fadeOut", 1000));
        var title =
                Segment.text(null, 0, 3000, "Urban Dreams", json.objectNode().put("position", "top-center"));
        return new Timeline(
                30_000L,
                List.of(
                        Track.of("v", TrackType.VIDEO, shots),
                        Track.of("a", TrackType.AUDIO, List.of(music)),
                        Track.of("t", TrackType.TEXT, List.of(title))),
                json.objectNode().put("width", 1080).put("height", 1920).put("fps", 30),
                null);
    }

    private static Cost cost(Runnable work) throws IOException {
        double cpu = childCpuSeconds();
        long start = System.nanoTime();
        work.run();
        return new Cost(childCpuSeconds() - cpu, (System.nanoTime() - start) / 1e9);
    }

    /** User and system time of ended children, in ticks of 10 ms. */
    private static double childCpuSeconds() throws IOException {
        var stat = Files.readString(Path.of("/proc/self/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
    }
}

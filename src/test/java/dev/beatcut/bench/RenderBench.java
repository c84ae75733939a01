package dev.beatcut.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.beatcut.studio.beat.BeatTracker;
import dev.beatcut.studio.ffmpeg.Decoder;
import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.footage.FootageScout;
import dev.beatcut.studio.render.Film;
import dev.beatcut.studio.render.FilmMaker;
import dev.beatcut.studio.render.Mezzanines;
import dev.beatcut.studio.render.Output;
import dev.beatcut.studio.render.Source;
import dev.beatcut.timeline.FrameRate;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.Track;
import dev.beatcut.timeline.TrackType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What rendering 64 segments of 30 s in 1080x1920 with music and a title costs, against transcoding the finished film
 * once (the floor), all in one run. Arguments: how often (medians are told), a folder to work in, and clips followed by a
 * song; without files it does so with three clips of 10 s in 1080p, one with a key frame a second and two with one in 250
 * frames, and again with one clip of 60 s and a key frame in 250. CPU seconds are those of child processes and of this
 * one; peak memory is the most that the children held together; both from Linux' {@code /proc}.
 */
public final class RenderBench {

    private static final int SEGMENTS = 64;
    private static final int FRAMES = 900;
    private static final int HERTZ = 44_100;

    private final Ffmpeg ffmpeg = Ffmpeg.bundled();
    private final List<Path> clips;
    private final Path song;
    private final Map<String, Source> known = new ConcurrentHashMap<>();
    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    private record Cost(double cpu, double system, double wall, long peak) {}

    private RenderBench(List<Path> files) {
        this.clips = files.subList(0, files.size() - 1);
        this.song = files.getLast();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int times = Integer.parseInt(arguments[0]);
        var folder = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        var files = Arrays.stream(arguments)
                .skip(2)
                .map(each -> Path.of(each).toAbsolutePath())
                .toList();
        if (files.isEmpty()) {
            run("three clips of 10 s", times, folder, RenderMaterial.make(folder));
            run("one clip of 60 s, a key frame in 250", times, folder, RenderMaterial.makeLong(folder));
        } else {
            run("files that were given", times, folder, files);
        }
        if (!Melt.isThere()) {
            System.out.println("melt is not installed (apt-get install melt), so nothing is compared with it.");
        }
    }

    private static void run(String what, int times, Path folder, List<Path> files)
            throws IOException, InterruptedException {
        System.out.println(what);
        var bench = new RenderBench(files);
        for (int i = 0; i < times; i++) {
            bench.run(Files.createTempDirectory(folder, "run"));
        }
        bench.tell();
    }

    private void run(Path run) throws IOException, InterruptedException {
        var timeline = timeline(0, 0, "Urban Dreams");
        var film = cost("cold render", () -> film(run, timeline, Output.DEFAULT, "film.mp4"));
        cost("floor", () -> transcode(film.file(), run.resolve("plain.mp4")));
        cost("the same again", () -> film(run, timeline, Output.DEFAULT, "again.mp4"));
        cost("one cut moved", () -> film(run, timeline(5, 0, "Urban Dreams"), Output.DEFAULT, "moved.mp4"));
        cost("other title", () -> film(run, timeline(0, 0, "Rural Sleep"), Output.DEFAULT, "title.mp4"));
        cost("every cut another", () -> film(run, timeline(0, 4, "Urban Dreams"), Output.DEFAULT, "other.mp4"));
        cost("preview, cold", () -> film(run, timeline, new Output("mp4", "high", "1080p", true), "preview.mp4"));
        cost("hearing and seeing", this::analysed);
        if (Melt.isThere()) {
            var cuts = Melt.project(run, timeline);
            cost("melt, neither title nor ducking", () -> Melt.render(cuts, run.resolve("melt.mp4")));
        }
    }

    /** What {@code sync} does before it plans and renders. */
    private Void analysed() {
        var scout = new FootageScout(ffmpeg);
        clips.forEach(clip -> scout.look(clip, source().apply("" + clip).info()));
        new BeatTracker().track(new Decoder(ffmpeg).mono(song, HERTZ), HERTZ);
        return null;
    }

    private Film film(Path run, Timeline timeline, Output output, String name) {
        try {
            var maker = new FilmMaker(ffmpeg, new Mezzanines(run.resolve("kept"), 1L << 34, InstantSource.system()));
            var scratch = Files.createTempDirectory(run, "scratch");
            return maker.make(timeline, source(), output, run.resolve(name), scratch, percent -> {});
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Function<String, Source> source() {
        return src -> known.computeIfAbsent(src, fresh -> Source.of(ffmpeg, Path.of(fresh)));
    }

    private Void transcode(Path film, Path plain) {
        ffmpeg.run(List.of(
                "-i", "" + film, "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-c:a", "aac", "" + plain));
        return null;
    }

    /**
     * @param late frames by which the cut in the middle comes later
     * @param other frames by which every shot begins later in its clip
     */
    private Timeline timeline(int late, int other, String words) {
        var json = JsonNodeFactory.instance;
        var rate = FrameRate.FPS_30;
        var shots = new ArrayList<Segment>();
        for (int i = 0; i < SEGMENTS; i++) {
            var clip = clips.get(i % clips.size());
            long from = rate.msOf((long) i * FRAMES / SEGMENTS + (i == SEGMENTS / 2 ? late : 0));
            long to = rate.msOf((long) (i + 1) * FRAMES / SEGMENTS + (i + 1 == SEGMENTS / 2 ? late : 0));
            long room = Math.max(1, source().apply("" + clip).info().durationMs() - 1000);
            shots.add(Segment.media(
                    null, from, to - from, "" + clip, i * 7919L % room + rate.msOf(other), 0.3, json.objectNode()));
        }
        var music = Segment.media(
                null, 0, 30_000, "" + song, 0, 0.8, json.objectNode().put("fadeOut", 1000));
        var title = Segment.text(null, 0, 3000, words, json.objectNode().put("position", "top-center"));
        return new Timeline(
                30_000L,
                List.of(
                        Track.of("v", TrackType.VIDEO, shots),
                        Track.of("a", TrackType.AUDIO, List.of(music)),
                        Track.of("t", TrackType.TEXT, List.of(title))),
                json.objectNode().put("width", 1080).put("height", 1920).put("fps", 30),
                null);
    }

    private <T> T cost(String what, Processes.Work<T> work) throws IOException, InterruptedException {
        var watch = Processes.watch();
        double cpu = Processes.cpu();
        double system = Processes.system();
        long start = System.nanoTime();
        var result = work.done();
        double wall = (System.nanoTime() - start) / 1e9;
        var cost = new Cost(Processes.cpu() - cpu, Processes.system() - system, wall, watch.peak());
        costs.computeIfAbsent(what, fresh -> new ArrayList<>()).add(cost);
        System.out.printf("  %-34s %8.1f CPU-s, %.1f of it system%n", what, cost.cpu, cost.system);
        return result;
    }

    private void tell() {
        double floor = median("floor", Cost::cpu);
        System.out.printf(
                "%-34s %8s %8s %8s %7s %9s%n",
                "median of " + costs.get("floor").size(), "CPU-s", "floors", "system", "s", "peak MB");
        for (var what : costs.keySet()) {
            double cpu = median(what, Cost::cpu);
            System.out.printf(
                    "%-34s %8.1f %8.2f %8.1f %7.1f %9.0f%n",
                    what,
                    cpu,
                    cpu / floor,
                    median(what, Cost::system),
                    median(what, Cost::wall),
                    median(what, cost -> cost.peak / 1e6));
        }
        double sync = median("hearing and seeing", Cost::cpu) + median("cold render", Cost::cpu);
        System.out.printf("%-34s %8.1f %8.2f%n", "a whole sync, both together", sync, sync / floor);
    }

    private double median(String what, java.util.function.ToDoubleFunction<Cost> part) {
        var all = costs.get(what).stream().mapToDouble(part).sorted().toArray();
        return all[all.length / 2];
    }
}

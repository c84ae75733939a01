package dev.beatcut.studio.render;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.ffmpeg.FfmpegFailed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** Renders the reels of a film, two at a time. */
final class ReelRoom {

    private static final int AT_A_TIME = 2;

    /** Of the whole job, in percent. */
    private static final double SHARE = 85;

    private final Ffmpeg ffmpeg;
    private final Canvas canvas;
    private final Sources sources;
    private final Titles titles;
    private final Encoding encoding;
    private final Path scratch;
    private final Progress progress;

    ReelRoom(
            Ffmpeg ffmpeg,
            Canvas canvas,
            Sources sources,
            Titles titles,
            Encoding encoding,
            Path scratch,
            Progress progress) {
        this.ffmpeg = ffmpeg;
        this.canvas = canvas;
        this.sources = sources;
        this.titles = titles;
        this.encoding = encoding;
        this.scratch = scratch;
        this.progress = progress;
    }

    /** The first failure ends them all; so does an interrupt. */
    void render(List<Reel> reels, boolean withSound) throws InterruptedException {
        try (var threads =
                Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            var done = new ExecutorCompletionService<Void>(threads);
            reels.forEach(reel -> done.submit(() -> render(reel, withSound), null));
            try {
                for (int i = 0; i < reels.size(); i++) {
                    done.take().get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                throw e;
            }
        }
    }

    /** A reel that failed, or came out short because a source broke off, is made once more, more carefully. */
    private void render(Reel reel, boolean withSound) {
        try {
            if (once(reel, withSound, false)) {
                return;
            }
        } catch (FfmpegFailed e) {
            if (e.diskFull() || Thread.currentThread().isInterrupted()) {
                throw e;
            }
        }
        if (!once(reel, withSound, true)) {
            throw new Problem(
                    ProblemCode.RENDER_FAILED,
                    "A part of the film did not come out in its planned length.",
                    "Export again; if it fails again, bring the clips once more.");
        }
    }

    /** @return whether the reel has all its frames */
    private boolean once(Reel reel, boolean withSound, boolean carefully) {
        var command = new ReelCommand(canvas, sources, titles, new StillMotion(canvas, encoding.isGpl()), carefully);
        double wholeMs = canvas.seconds(reel.frames()) * 1000;
        double share = SHARE * reel.frames() / canvas.frames();
        try {
            var graph = reel.writeGraph(scratch, command.graph(reel, withSound));
            ffmpeg.run(arguments(reel, command, graph, withSound), ms -> progress.of(reel, share, ms / wholeMs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.of(reel, share, 1);
        return frames(reel.picture(scratch)) == reel.frames();
    }

    /** One thread scales: with slices, ffmpeg 8.0 now and then spoils some pixels where two of them meet. */
    private List<String> arguments(Reel reel, ReelCommand command, Path graph, boolean withSound) {
        var arguments = new ArrayList<>(List.of("-filter_complex_threads", "1"));
        arguments.addAll(command.inputs());
        arguments.addAll(List.of("-/filter_complex", graph.toString(), "-map", "[v]"));
        arguments.addAll(encoding.picture());
        arguments.addAll(Encoding.reproducible());
        arguments.addAll(List.of("-video_track_timescale", encoding.timescale(), "" + reel.picture(scratch)));
        if (withSound) {
            arguments.addAll(List.of("-map", "[a]", "-c:a", "pcm_f32le", "-f", "f32le", "" + reel.sound(scratch)));
        }
        return arguments;
    }

    private long frames(Path picture) {
        var list =
                List.of("-v", "error", "-i", "" + picture, "-map", "0:v:0", "-c", "copy", "-f", "framecrc", "pipe:1");
        return ffmpeg.read(list, in -> new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .count());
    }
}

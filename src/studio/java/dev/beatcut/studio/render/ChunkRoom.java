package dev.beatcut.studio.render;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.ffmpeg.FfmpegFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** Sees to it that every chunk of a film is there: kept from before, or encoded now, some side by side. */
final class ChunkRoom {

    /** Changes with what the same recipe gives. */
    private static final String VERSION = "chunk-1";

    /** Of the whole job, in percent. */
    private static final double SHARE = 85;

    /** What all processes may hold together; one holds its program and some 60 frames, measured. */
    private static final long ROOM = 850L << 20;

    private static final long PROGRAM = 60L << 20;
    private static final long FRAMES_HELD = 60;

    private final Ffmpeg ffmpeg;
    private final Canvas canvas;
    private final ChunkCommand.Maker commands;
    private final Encoding encoding;
    private final Mezzanines mezzanines;
    private final Path scratch;
    private final Progress progress;

    ChunkRoom(
            Ffmpeg ffmpeg,
            Canvas canvas,
            ChunkCommand.Maker commands,
            Encoding encoding,
            Mezzanines mezzanines,
            Path scratch,
            Progress progress) {
        this.ffmpeg = ffmpeg;
        this.canvas = canvas;
        this.commands = commands;
        this.encoding = encoding;
        this.mezzanines = mezzanines;
        this.scratch = scratch;
        this.progress = progress;
    }

    /** In the order of {@code chunks}. The first failure ends the work; so does an interrupt. */
    List<Piece> make(List<Chunk> chunks) throws IOException, InterruptedException {
        var pieces = new ArrayList<Piece>();
        var files = new LinkedHashMap<String, Path>();
        var missing = new LinkedHashMap<String, Piece>();
        for (var chunk : chunks) {
            var key = key(chunk);
            var seen = files.containsKey(key);
            var file = files.computeIfAbsent(key, fresh -> scratch.resolve("chunk-%04d.mp4".formatted(files.size())));
            var piece = new Piece(chunk, key, file);
            pieces.add(piece);
            if (!seen && !mezzanines.fetch(key, file)) {
                missing.put(key, piece);
            } else {
                progress.of(piece, share(chunk), 1);
            }
        }
        encode(missing.values());
        return pieces;
    }

    private String key(Chunk chunk) {
        var settings = VERSION + "\n" + ffmpeg.version() + "\n" + encoding.picture() + "\n" + encoding.timescale();
        return Hash.of(settings + "\n" + commands.of(chunk, false).recipe());
    }

    private double share(Chunk chunk) {
        return SHARE * chunk.frames() / canvas.frames();
    }

    private void encode(Collection<Piece> missing) throws InterruptedException {
        try (var threads =
                Executors.newFixedThreadPool(atATime(), Thread.ofPlatform().factory())) {
            var done = new ExecutorCompletionService<Void>(threads);
            missing.forEach(piece -> done.submit(() -> encode(piece), null));
            try {
                for (int i = 0; i < missing.size(); i++) {
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

    private int atATime() {
        long byRoom = ROOM / (PROGRAM + FRAMES_HELD * canvas.frameBytes());
        return (int) Math.clamp(Math.min(byRoom, Runtime.getRuntime().availableProcessors()), 1, 16);
    }

    /** One that failed, or came out short because a source broke off, is made once more, more carefully. */
    private void encode(Piece piece) {
        try {
            if (!plainly(piece) && !once(piece, true)) {
                throw new Problem(
                        ProblemCode.RENDER_FAILED,
                        "A part of the film did not come out in its planned length.",
                        "Export again; if it fails again, bring the clips once more.");
            }
            mezzanines.keep(piece.key(), piece.file());
            progress.kept();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that was killed has done nothing wrong: the same is tried again, so that the same comes out. */
    private boolean plainly(Piece piece) throws IOException {
        try {
            return once(piece, false);
        } catch (FfmpegFailed e) {
            if (!e.killed() || e.diskFull() || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return once(piece, false);
        }
    }

    /** @return whether all frames are there; the careful way fails aloud, and so does a process that is killed */
    private boolean once(Piece piece, boolean carefully) throws IOException {
        var chunk = piece.chunk();
        var command = commands.of(chunk, carefully);
        var graph = Files.writeString(piece.file().resolveSibling(piece.key() + ".graph"), command.graph());
        command.paint();
        double wholeMs = canvas.seconds(chunk.frames()) * 1000;
        try {
            long frames =
                    ffmpeg.run(arguments(piece, command, graph), ms -> progress.of(piece, share(chunk), ms / wholeMs));
            progress.of(piece, share(chunk), 1);
            return frames == chunk.frames();
        } catch (FfmpegFailed e) {
            if (carefully || e.killed() || e.diskFull() || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return false;
        }
    }

    /** One thread scales: with slices, ffmpeg 8.0 now and then spoils some pixels where two of them meet. */
    private List<String> arguments(Piece piece, ChunkCommand command, Path graph) {
        var arguments = new ArrayList<>(List.of("-filter_complex_threads", "1", "-copyts", "-start_at_zero"));
        arguments.addAll(command.inputs());
        arguments.addAll(List.of("-/filter_complex", graph.toString(), "-map", "[v]"));
        arguments.addAll(encoding.picture());
        arguments.addAll(Encoding.reproducible());
        arguments.addAll(List.of("-video_track_timescale", encoding.timescale(), "" + piece.file()));
        return arguments;
    }
}

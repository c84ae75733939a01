package dev.beatcut.studio.render;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Sees to it that every chunk of a film is there: kept from before, or encoded now, some side by side. */
final class ChunkRoom {

    /** Changes with what the same recipe gives. */
    private static final String VERSION = "chunk-1";

    /** What all processes may hold together. */
    private static final long ROOM = 850L << 20;

    private static final long PROGRAM = 60L << 20;

    private final Ffmpeg ffmpeg;
    private final Canvas canvas;
    private final ChunkCommand.Maker commands;
    private final Encoding encoding;
    private final Mezzanines mezzanines;
    private final Path scratch;
    private final Press press;

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
        this.press = new Press(ffmpeg, canvas, commands, encoding, mezzanines, progress);
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
                press.done(piece);
            }
        }
        encode(missing.values());
        return pieces;
    }

    private String key(Chunk chunk) {
        var settings = VERSION + "\n" + ffmpeg.version() + "\n" + encoding.picture() + "\n" + encoding.timescale();
        return Hash.of(settings + "\n" + commands.of(chunk, false).recipe());
    }

    private void encode(Collection<Piece> missing) throws InterruptedException {
        var batches =
                new Batches(ffmpeg, canvas, commands.sources(), (ROOM - PROGRAM) / canvas.frameBytes()).of(missing);
        var room = new Semaphore(megabytes(ROOM), true);
        try (var threads = Executors.newFixedThreadPool(
                Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 16),
                Thread.ofPlatform().factory())) {
            var done = new ExecutorCompletionService<Void>(threads);
            batches.forEach(batch -> done.submit(() -> encode(batch, room)));
            try {
                for (int i = 0; i < batches.size(); i++) {
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

    private Void encode(Batch batch, Semaphore room) throws InterruptedException {
        int needed = megabytes(Math.min(ROOM, PROGRAM + Batches.held(batch) * canvas.frameBytes()));
        room.acquire(needed);
        try {
            press.encode(batch);
            return null;
        } finally {
            room.release(needed);
        }
    }

    private static int megabytes(long bytes) {
        return (int) (bytes >> 20);
    }
}

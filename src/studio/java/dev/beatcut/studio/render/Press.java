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
import java.util.List;

/** Encodes chunks into their files and keeps them. Thread-safe. */
final class Press {

    /** Of the whole job, in percent. */
    private static final double SHARE = 85;

    private final Ffmpeg ffmpeg;
    private final Canvas canvas;
    private final ChunkCommand.Maker commands;
    private final Encoding encoding;
    private final Mezzanines mezzanines;
    private final Progress progress;

    Press(
            Ffmpeg ffmpeg,
            Canvas canvas,
            ChunkCommand.Maker commands,
            Encoding encoding,
            Mezzanines mezzanines,
            Progress progress) {
        this.ffmpeg = ffmpeg;
        this.canvas = canvas;
        this.commands = commands;
        this.encoding = encoding;
        this.mezzanines = mezzanines;
        this.progress = progress;
    }

    /** Those that do not come out together are made one by one. */
    void encode(Batch batch) {
        try {
            var left = batch.isAlone() ? batch.pieces() : together(batch.pieces());
            for (var piece : left) {
                alone(piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That it is there. */
    void done(Piece piece) {
        progress.of(piece, share(piece.chunk()), 1);
    }

    private void keep(Piece piece) throws IOException {
        mezzanines.keep(piece.key(), piece.file());
        done(piece);
        progress.kept();
    }

    private double share(Chunk chunk) {
        return SHARE * chunk.frames() / canvas.frames();
    }

    /** @return those that did not come out */
    private List<Piece> together(List<Piece> pieces) throws IOException {
        var graph = new StringBuilder("[0:v:0]split=" + pieces.size());
        var branches = new StringBuilder();
        var outputs = new ArrayList<String>();
        for (int i = 0; i < pieces.size(); i++) {
            var name = "c" + i;
            graph.append("[").append(name).append("in]");
            branches.append(";\n").append(commands.graph(pieces.get(i).chunk(), name));
            outputs.addAll(List.of("-map", "[" + name + "v]", "-stats_enc_post", "" + frames(pieces.get(i))));
            outputs.addAll(List.of("-stats_enc_post_fmt", "{n}"));
            outputs.addAll(output(pieces.get(i)));
        }
        var first = pieces.getFirst();
        var arguments = begun(first, graph.append(branches).toString(), commands.input(first.chunk()));
        arguments.addAll(outputs);
        try {
            ffmpeg.run(arguments);
        } catch (FfmpegFailed e) {
            if (e.diskFull() || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return pieces;
        }
        var left = new ArrayList<Piece>();
        for (var piece : pieces) {
            if (Files.readAllLines(frames(piece)).size() == piece.chunk().frames()) {
                keep(piece);
            } else {
                left.add(piece);
            }
        }
        return left;
    }

    /** Gets a line for each frame that was encoded. */
    private static Path frames(Piece piece) {
        return piece.file().resolveSibling(piece.key() + ".frames");
    }

    /** One that failed, or came out short because a source broke off, is made once more, more carefully. */
    private void alone(Piece piece) throws IOException {
        if (!plainly(piece) && !once(piece, true)) {
            throw new Problem(
                    ProblemCode.RENDER_FAILED,
                    "A part of the film did not come out in its planned length.",
                    "Export again; if it fails again, bring the clips once more.");
        }
        keep(piece);
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
        command.paint();
        var arguments = begun(piece, command.graph(), command.inputs());
        arguments.addAll(List.of("-map", "[v]"));
        arguments.addAll(output(piece));
        double wholeMs = canvas.seconds(chunk.frames()) * 1000;
        try {
            long frames = ffmpeg.run(arguments, ms -> progress.of(piece, share(chunk), ms / wholeMs));
            return frames == chunk.frames();
        } catch (FfmpegFailed e) {
            if (carefully
                    || e.killed()
                    || e.diskFull()
                    || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return false;
        }
    }

    /** One thread scales: with slices, ffmpeg 8.0 now and then spoils some pixels where two of them meet. */
    private static List<String> begun(Piece piece, String graph, List<String> inputs) throws IOException {
        var file = Files.writeString(piece.file().resolveSibling(piece.key() + ".graph"), graph);
        var arguments = new ArrayList<>(List.of("-filter_complex_threads", "1", "-copyts", "-start_at_zero"));
        arguments.addAll(inputs);
        arguments.addAll(List.of("-/filter_complex", "" + file));
        return arguments;
    }

    private List<String> output(Piece piece) {
        var arguments = new ArrayList<>(encoding.picture());
        arguments.addAll(Encoding.reproducible());
        arguments.addAll(List.of("-video_track_timescale", encoding.timescale(), "" + piece.file()));
        return arguments;
    }
}

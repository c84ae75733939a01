package dev.beatcut.studio.render;

import static dev.beatcut.studio.ffmpeg.FilterText.number;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.timeline.FrameRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/** Chunks and sound put into one file; nothing is encoded again, but for a GIF. */
final class FilmFile {

    static final FrameRate GIF_RATE = new FrameRate(25, 2);

    private final Ffmpeg ffmpeg;
    private final Canvas canvas;
    private final Encoding encoding;
    private final Path scratch;

    FilmFile(Ffmpeg ffmpeg, Canvas canvas, Encoding encoding, Path scratch) {
        this.ffmpeg = ffmpeg;
        this.canvas = canvas;
        this.encoding = encoding;
        this.scratch = scratch;
    }

    /** Time stamps are put back on the frame grid, since joining rounds them to microseconds. */
    Path joined(FilmFormat format, List<Piece> pieces, Path sound, DoubleConsumer done) throws IOException {
        var whole = scratch.resolve("film." + format.word());
        var grid = "round(%s*TB*" + canvas.rate() + ")/(TB*" + canvas.rate() + ")";
        var arguments = new ArrayList<>(pictures(pieces));
        arguments.addAll(List.of("-i", "" + sound, "-map", "0:v:0", "-map", "1:a:0", "-c", "copy"));
        arguments.addAll(List.of("-bsf:v", "setts=pts=" + grid.formatted("PTS") + ":dts=" + grid.formatted("DTS")));
        arguments.addAll(Encoding.reproducible());
        if (format == FilmFormat.MP4) {
            arguments.addAll(List.of("-video_track_timescale", encoding.timescale(), "-movflags", "+faststart"));
        }
        arguments.add("" + whole);
        double wholeMs = canvas.seconds(canvas.frames()) * 1000;
        long frames = ffmpeg.run(arguments, ms -> done.accept(ms / wholeMs));
        if (frames != canvas.frames()) {
            throw new Problem(
                    ProblemCode.RENDER_FAILED,
                    "The film came out with " + frames + " of its " + canvas.frames() + " frames.",
                    "Export again.");
        }
        return whole;
    }

    /**
     * Hundredths of a second are a GIF's clock, so it has 12.5 frames a second. Its colours are chosen in a reading of
     * their own: in one, all frames would wait for them in memory.
     */
    Path gif(List<Piece> pieces, DoubleConsumer done) throws IOException {
        var palette = scratch.resolve("palette.png");
        var choosing = new ArrayList<>(pictures(pieces));
        choosing.addAll(
                List.of("-vf", "fps=" + GIF_RATE + ",palettegen=stats_mode=diff", "-update", "1", "" + palette));
        ffmpeg.run(choosing);
        var whole = scratch.resolve("film.gif");
        var arguments = new ArrayList<>(pictures(pieces));
        arguments.addAll(List.of("-f", "png_pipe", "-i", "" + palette, "-filter_complex"));
        arguments.add("[0:v:0]fps=" + GIF_RATE
                + "[film];[film][1:v:0]paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle");
        arguments.addAll(Encoding.reproducible());
        arguments.add("" + whole);
        double wholeMs = canvas.seconds(canvas.frames()) * 1000;
        ffmpeg.run(arguments, ms -> done.accept(ms / wholeMs));
        return whole;
    }

    private List<String> pictures(List<Piece> pieces) throws IOException {
        var list = pieces.stream()
                .map(piece -> "file '" + piece.file().getFileName() + "'\nduration "
                        + number(canvas.seconds(piece.chunk().frames())))
                .collect(Collectors.joining("\n", "ffconcat version 1.0\n", "\n"));
        var listed = Files.writeString(scratch.resolve("film.ffconcat"), list);
        return List.of("-f", "concat", "-safe", "0", "-i", "" + listed);
    }
}

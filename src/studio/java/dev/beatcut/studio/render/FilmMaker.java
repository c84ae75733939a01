package dev.beatcut.studio.render;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.ffmpeg.FfmpegFailed;
import dev.beatcut.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * Renders timelines, cut exactly on their frames. Parts of earlier films are used again where nothing of them has
 * changed; the film is the same as without them, byte for byte.
 */
public final class FilmMaker {

    private final Ffmpeg ffmpeg;
    private final Mezzanines mezzanines;

    public FilmMaker(Ffmpeg ffmpeg, Mezzanines mezzanines) {
        this.ffmpeg = ffmpeg;
        this.mezzanines = mezzanines;
    }

    /**
     * Blocks until the film is there. An interrupt ends it with a {@link CancellationException}.
     *
     * @param sources the file behind a segment's {@code src}
     * @param target appears whole or not at all
     * @param scratch an empty folder of this job, left for the caller to remove
     * @param progress told 100 after the target is there
     * @throws Problem NOTHING_TO_EXPORT, STORAGE_FULL, or what {@code sources} throw
     * @throws FfmpegFailed when ffmpeg failed twice on the same part
     */
    public Film make(
            Timeline timeline,
            Function<String, Source> sources,
            Output output,
            Path target,
            Path scratch,
            FilmProgress progress) {
        var known = new Sources(sources);
        var size = Carried.size(timeline, known, output.size());
        var canvas = Canvas.of(timeline, size);
        if (canvas.frames() == 0) {
            throw new Problem(
                    ProblemCode.NOTHING_TO_EXPORT,
                    "The timeline is empty: there is no frame to render.",
                    "Ask for an edit first, then export.");
        }
        var note = size == output.size() ? null : Carried.note(output.size(), size);
        try {
            var job = new FilmJob(ffmpeg, mezzanines, canvas, timeline, known, output, scratch);
            return job.make(target, new Progress(progress), note);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw failed(e, canvas, scratch);
        } catch (UncheckedIOException e) {
            throw failed(e.getCause(), canvas, scratch);
        } catch (FfmpegFailed e) {
            throw e.diskFull() ? full(e, canvas) : e;
        }
    }

    private static CancellationException interrupted(Exception cause) {
        return (CancellationException) new CancellationException("The render was interrupted").initCause(cause);
    }

    private RuntimeException failed(IOException e, Canvas canvas, Path scratch) {
        var said = String.valueOf(e.getMessage());
        var isFull = said.contains("No space left") || said.contains("not enough space") || left(scratch) < 1 << 20;
        return isFull ? full(e, canvas) : new UncheckedIOException(e);
    }

    private static long left(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Twice the film at 12 Mbit/s for 1080x1920, and the sound as samples, twice. What is kept gives way to it. */
    private Problem full(Exception cause, Canvas canvas) {
        double seconds = canvas.seconds(canvas.frames());
        double share = canvas.width() * (double) canvas.height() / (1080 * 1920);
        long megabytes = Math.round(12 + seconds * (3 * share + 0.8));
        return new Problem(
                ProblemCode.STORAGE_FULL,
                "The disk is full: this film of " + Math.round(seconds) + " s needs about " + megabytes
                        + " MB of room while it is rendered.",
                gaveWay()
                        ? "What was kept of earlier films has been given up for it: export again, and make room on the"
                                + " disk if that fails too."
                        : "Make room on the disk, then export again.",
                cause);
    }

    private boolean gaveWay() {
        try {
            return mezzanines.clear();
        } catch (IOException cannotBeRemoved) {
            return false;
        }
    }
}

package dev.beatcut.studio.library;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.studio.beat.Beat;
import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.ffmpeg.MediaInfo;
import dev.beatcut.studio.footage.Footage;
import dev.beatcut.studio.footage.Moment;
import dev.beatcut.studio.render.Film;
import dev.beatcut.studio.render.SyncReport;
import dev.beatcut.timeline.FrameRate;
import dev.beatcut.timeline.TrackType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** Craft on text files: the first word says what they are. Can be held up, and counts. */
public final class FakeCraft implements Craft {

    public final AtomicInteger heard = new AtomicInteger();
    public final AtomicInteger begun = new AtomicInteger();
    public final AtomicInteger atOnce = new AtomicInteger();
    public final AtomicInteger mostAtOnce = new AtomicInteger();
    /** Of the files that films were made of. */
    public final List<MediaInfo> used = new CopyOnWriteArrayList<>();
    /** What hearing a song ends with, or null. */
    public volatile Problem deaf;

    /** What its films are made of. */
    public volatile String film = "film";

    public volatile CountDownLatch films = new CountDownLatch(0);
    /** Whether some of a film is kept before anything holds it up. */
    public volatile boolean fruitful;
    /** What passes while a film is made. */
    public volatile Runnable filming = () -> {};

    public volatile CountDownLatch hearing = new CountDownLatch(0);

    @Override
    public MediaInfo judge(Path file) {
        return switch (read(file).split(" ")[0]) {
            case "song" -> new MediaInfo(MediaInfo.Kind.AUDIO, "mp3", 30_000, 0, 0, 0, null, 2, null, "mp3");
            case "clip" ->
                new MediaInfo(MediaInfo.Kind.VIDEO, "mp4", 20_000, 640, 360, 0, FrameRate.FPS_30, 0, "h264", null);
            default -> throw new Problem(ProblemCode.UNSUPPORTED_FORMAT, "It is text.", "Send a film.");
        };
    }

    @Override
    public BeatGrid hear(Path song, MediaInfo info) {
        heard.incrementAndGet();
        await(hearing);
        if (deaf != null) {
            throw deaf;
        }
        var beats = LongStream.range(0, 60)
                .mapToObj(beat -> new Beat(beat * 500, (int) (beat % 4) + 1))
                .toList();
        return new BeatGrid(120, List.of(), 4, beats, List.of(), List.of(), 30_000);
    }

    @Override
    public Footage look(Path clip, MediaInfo info) {
        var moments = LongStream.range(0, 40)
                .mapToObj(at -> new Moment(at * 500, at * 500 + 500, 0.5, 0.5, null))
                .toList();
        return new Footage(20_000, List.of(), moments, List.of());
    }

    @Override
    public Film make(Work work) {
        begun.incrementAndGet();
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            work.timeline().segments(TrackType.VIDEO).stream()
                    .map(shot -> work.sources().apply(shot.src()))
                    .peek(source -> used.add(source.info()))
                    .forEach(source -> judge(source.file()));
            work.progress().reached(40);
            if (fruitful) {
                work.progress().kept();
            }
            await(films);
            filming.run();
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("ended");
            }
            Files.writeString(work.target(), film);
            return new Film(
                    work.target(), poster(work), 10_000, 4, 1080, 1920, new SyncReport(9, 9, 1.5, 3, 4, 0, 1), null);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private static Path poster(Work work) throws IOException {
        return Files.writeString(work.scratch().resolve("poster.jpg"), "poster");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new CancellationException("ended");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package dev.beatcut.studio.library;

import dev.beatcut.objects.Objects;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.BeatTracker;
import dev.beatcut.studio.ffmpeg.Decoder;
import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.ffmpeg.FfmpegFailed;
import dev.beatcut.studio.ffmpeg.MediaInfo;
import dev.beatcut.studio.footage.Footage;
import dev.beatcut.studio.footage.FootageScout;
import dev.beatcut.studio.render.Depot;
import dev.beatcut.studio.render.Film;
import dev.beatcut.studio.render.FilmMaker;
import dev.beatcut.studio.render.Mezzanines;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The rooms next door: ffmpeg, the beat tracker, the footage scout and the film maker. */
@Singleton
public final class MediaCraft implements Craft {

    private static final Logger LOG = Logger.getLogger(MediaCraft.class);
    private static final int HERTZ = 44_100;
    /** A song is heard whole, in memory: some 20 MB a minute. */
    private static final Duration LONGEST_SONG = Duration.ofMinutes(30);

    private final Ffmpeg ffmpeg;
    private final Decoder decoder;
    private final BeatTracker tracker = new BeatTracker();
    private final FootageScout scout;
    private final FilmMaker maker;

    public MediaCraft(Ffmpeg ffmpeg, StudioSettings settings, InstantSource clock, Objects objects) {
        this.ffmpeg = ffmpeg;
        this.decoder = new Decoder(ffmpeg);
        this.scout = new FootageScout(ffmpeg);
        var depot = settings.sharedParts() ? new PartsDepot(objects) : Depot.NONE;
        this.maker =
                new FilmMaker(ffmpeg, new Mezzanines(settings.mezzanines(), settings.mezzanineRoom(), clock, depot));
    }

    @Override
    public MediaInfo judge(Path file) {
        return ffmpeg.probe(file);
    }

    @Override
    public BeatGrid hear(Path song, MediaInfo info) {
        if (info.durationMs() > LONGEST_SONG.toMillis()) {
            throw tooLong(info);
        }
        return said(ProblemCode.FILE_DAMAGED, () -> tracker.track(decoder.mono(song, HERTZ), HERTZ));
    }

    private static Problem tooLong(MediaInfo song) {
        return new Problem(
                ProblemCode.FILE_TOO_LARGE,
                "The song lasts " + Math.ceilDiv(song.durationMs(), 60_000) + " minutes; beats are found in up to "
                        + LONGEST_SONG.toMinutes() + ".",
                "Send the part of it that the film needs.");
    }

    @Override
    public Footage look(Path clip, MediaInfo info) {
        return said(ProblemCode.FILE_DAMAGED, () -> scout.look(clip, info));
    }

    @Override
    public Film make(Work work) {
        return said(
                ProblemCode.RENDER_FAILED,
                () -> maker.make(
                        work.timeline(),
                        new SongPictures(ffmpeg, work.timeline(), work.sources())::source,
                        work.output(),
                        work.target(),
                        work.scratch(),
                        work.progress()));
    }

    private static <T> T said(ProblemCode code, Supplier<T> work) {
        try {
            return work.get();
        } catch (FfmpegFailed failed) {
            if (failed.diskFull()) {
                throw new Problem(
                        ProblemCode.STORAGE_FULL,
                        "There is no room left on the studio's disk.",
                        "Free some space and try again.",
                        failed);
            }
            LOG.warnf("%s: %s", failed.getMessage(), failed.log());
            throw new Problem(
                    code,
                    failed.program() + (failed.killed() ? " was killed." : " ended with " + failed.exitCode() + "."),
                    code == ProblemCode.FILE_DAMAGED ? "Send the file again." : "Try again with a new render id.",
                    failed);
        }
    }
}

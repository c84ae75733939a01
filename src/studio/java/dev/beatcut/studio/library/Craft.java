package dev.beatcut.studio.library;

import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.ffmpeg.MediaInfo;
import dev.beatcut.studio.footage.Footage;
import dev.beatcut.studio.render.Film;
import dev.beatcut.studio.render.FilmProgress;
import dev.beatcut.studio.render.Output;
import dev.beatcut.studio.render.Source;
import dev.beatcut.timeline.Timeline;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * What is done with files: judged, listened to, looked at and made into films. It may take long; an interrupt ends it.
 * What fails is a {@link dev.beatcut.problem.Problem}.
 */
public interface Craft {

    MediaInfo judge(Path file);

    BeatGrid hear(Path song, MediaInfo info);

    Footage look(Path clip, MediaInfo info);

    /** @param work what is to be made and where */
    Film make(Work work);

    /**
     * A film to be made.
     *
     * @param sources the file behind a segment's {@code src}
     * @param target appears whole or not at all
     * @param scratch an empty folder
     * @param progress told as it grows
     */
    record Work(
            Timeline timeline,
            Function<String, Source> sources,
            Output output,
            Path target,
            Path scratch,
            FilmProgress progress) {}
}

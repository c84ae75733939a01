package dev.beatcut.studio.render;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.ffmpeg.Pixels.Light;
import dev.beatcut.timeline.Timeline;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** One film on its way: chunks, sound, both in one file, measured, moved to its place. */
final class FilmJob {

    private static final double SOUND_SHARE = 5;
    private static final double JOIN_SHARE = 5;
    private static final double MEASURE_SHARE = 4;

    private final Ffmpeg ffmpeg;
    private final Mezzanines mezzanines;
    private final Canvas canvas;
    private final Timeline timeline;
    private final Sources sources;
    private final FilmFormat format;
    private final Encoding encoding;
    private final Path scratch;

    FilmJob(
            Ffmpeg ffmpeg,
            Mezzanines mezzanines,
            Canvas canvas,
            Timeline timeline,
            Sources sources,
            Output output,
            Path scratch) {
        this.ffmpeg = ffmpeg;
        this.mezzanines = mezzanines;
        this.canvas = canvas;
        this.timeline = timeline;
        this.sources = sources;
        this.format = output.file();
        this.encoding = new Encoding(ffmpeg.encoders(), canvas, output);
        this.scratch = scratch;
    }

    Film make(Path target, Progress progress, String note) throws IOException, InterruptedException {
        progress.of("start", 0, 0);
        mezzanines.tidy();
        var shots = ShotList.of(timeline, canvas);
        var film = format == FilmFormat.MP3 ? heard(shots, progress) : seen(shots, progress, note);
        mezzanines.tidy();
        deliver(film.file(), target);
        progress.finished();
        return film.at(target);
    }

    private Film heard(List<Shot> shots, Progress progress) throws IOException {
        var track = track(shots);
        if (track.isSilent()) {
            throw new Problem(
                    ProblemCode.NOTHING_TO_EXPORT,
                    "Nothing is heard in this film, so there is no sound to export.",
                    "Add a song or let the clips be heard, or export the picture: mp4, webm or gif.");
        }
        // the kept bytes must not be those that the caller may write to
        var whole = Files.copy(track.make(), scratch.resolve("film." + format.word()));
        progress.of("sound", SOUND_SHARE, 1);
        return new Film(whole, null, canvas.rate().msOf(canvas.frames()), Files.size(whole), 0, 0, null, null);
    }

    private SoundTrack track(List<Shot> shots) {
        var own = new OwnSound(canvas, sources, shots, Chunks.of(shots, canvas, sources));
        var mix = new SoundMix(timeline, canvas, sources, own.isSilent());
        return new SoundTrack(ffmpeg, encoding, mezzanines, own, mix, scratch);
    }

    private Film seen(List<Shot> shots, Progress progress, String note) throws IOException, InterruptedException {
        var chunks = Chunks.of(shots, canvas, sources);
        writeTables(shots);
        var titles = Titles.of(timeline, canvas, scratch);
        var motion = new StillMotion(canvas, encoding.isGpl());
        var commands = new ChunkCommand.Maker(canvas, sources, titles, Ends.of(timeline, canvas), motion, scratch);
        var pieces = new ChunkRoom(ffmpeg, canvas, commands, encoding, mezzanines, scratch, progress).make(chunks);
        var whole = whole(shots, pieces, progress);
        var sights = new Look(ffmpeg, mezzanines, scratch).at(pieces);
        var report = report(shots, chunks, sights, whole);
        var poster = Poster.take(ffmpeg, pieces, sights, canvas, scratch);
        progress.of("measure", MEASURE_SHARE, 1);
        return new Film(
                whole,
                poster,
                canvas.rate().msOf(canvas.frames()),
                Files.size(whole),
                canvas.width(),
                canvas.height(),
                report,
                note);
    }

    private void writeTables(List<Shot> shots) throws IOException {
        for (var light : List.of(Light.PQ, Light.HLG)) {
            var table = PictureGraph.table(scratch, light);
            var needed = shots.stream()
                    .filter(shot -> !shot.isBlack())
                    .anyMatch(shot -> sources.of(shot).info().pixels().light() == light);
            if (needed) {
                Files.writeString(table, LightTable.cube(light));
            }
        }
    }

    private Path whole(List<Shot> shots, List<Piece> pieces, Progress progress) throws IOException {
        var file = new FilmFile(ffmpeg, canvas, encoding, scratch);
        if (format == FilmFormat.GIF) {
            return file.gif(pieces, done -> progress.of("join", SOUND_SHARE + JOIN_SHARE, done));
        }
        var sound = track(shots).make();
        progress.of("sound", SOUND_SHARE, 1);
        return file.joined(format, pieces, sound, done -> progress.of("join", JOIN_SHARE, done));
    }

    /** A GIF has not the film's frames: its own are looked at. */
    private SyncReport report(List<Shot> shots, List<Chunk> chunks, List<Sight> sights, Path whole) {
        var cuts = SyncMeasure.planned(shots, chunks);
        if (cuts.isEmpty()) {
            return null;
        }
        var rate = format == FilmFormat.GIF ? FilmFile.GIF_RATE : canvas.rate();
        var seen = format == FilmFormat.GIF ? List.of(Look.atGif(ffmpeg, whole)) : sights;
        return SyncMeasure.report(cuts, PictureChange.of(seen, rate), canvas.rate(), rate);
    }

    /** The target's folder may lie on another disk than the scratch folder. */
    private static void deliver(Path whole, Path target) throws IOException {
        try {
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            var beside = target.resolveSibling(target.getFileName() + ".part");
            try {
                Files.copy(whole, beside, StandardCopyOption.REPLACE_EXISTING);
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        }
    }
}

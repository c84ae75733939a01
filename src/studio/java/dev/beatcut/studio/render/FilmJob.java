package dev.beatcut.studio.render;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.ffmpeg.MediaInfo;
import dev.beatcut.timeline.Timeline;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One film on its way: reels, sound, both in one file, measured, moved to its place. */
final class FilmJob {

    private static final double SOUND_SHARE = 5;
    private static final double JOIN_SHARE = 5;
    private static final double MEASURE_SHARE = 4;

    private final Ffmpeg ffmpeg;
    private final Canvas canvas;
    private final Timeline timeline;
    private final Sources sources;
    private final Encoding encoding;
    private final Path scratch;

    FilmJob(Ffmpeg ffmpeg, Canvas canvas, Timeline timeline, Sources sources, Output output, Path scratch) {
        this.ffmpeg = ffmpeg;
        this.canvas = canvas;
        this.timeline = timeline;
        this.sources = sources;
        this.encoding = new Encoding(ffmpeg.encoders(), canvas, output);
        this.scratch = scratch;
    }

    Film make(Path target, Progress progress) throws IOException, InterruptedException {
        progress.of("start", 0, 0);
        var shots = ShotList.of(timeline, canvas);
        var reels = Reel.of(shots, this::room);
        var withSound = shots.stream().anyMatch(this::isHeard);
        var titles = Titles.of(timeline, canvas, scratch);
        new ReelRoom(ffmpeg, canvas, sources, titles, encoding, scratch, progress).render(reels, withSound);
        var sound = new SoundMix(ffmpeg, canvas, sources, scratch);
        var loudness = sound.mix(timeline, reels, withSound);
        progress.of("sound", SOUND_SHARE, 1);
        var whole = joined(reels, sound, sound.leveled(loudness), progress);
        var report = measured(shots, whole, progress);
        long size = Files.size(whole);
        deliver(whole, target);
        progress.finished();
        return new Film(target, canvas.rate().msOf(canvas.frames()), size, canvas.width(), canvas.height(), report);
    }

    /** Each open source holds some 17 frames of the film's size and as many of its own. */
    private double room(Shot shot) {
        if (shot.segment() == null) {
            return 0.5;
        }
        var info = sources.of(shot.segment().src()).info();
        double frame = info.width() * (double) info.height() / 2_000_000;
        return 1 + (info.kind() == MediaInfo.Kind.IMAGE ? frame / 10 : frame) + (shot.blurred() ? 1 : 0);
    }

    private boolean isHeard(Shot shot) {
        if (shot.segment() == null || shot.gain() == 0) {
            return false;
        }
        var info = sources.of(shot.segment().src()).info();
        return info.hasSound() && info.kind() != MediaInfo.Kind.IMAGE;
    }

    /** Time stamps are put back on the frame grid, since joining rounds them to microseconds. */
    private Path joined(List<Reel> reels, SoundMix sound, String level, Progress progress) throws IOException {
        var list = reels.stream()
                .map(reel -> "file '" + reel.picture(scratch).getFileName() + "'\nduration "
                        + FilterText.number(canvas.seconds(reel.frames())))
                .collect(Collectors.joining("\n", "ffconcat version 1.0\n", "\n"));
        var listed = Files.writeString(scratch.resolve("reels.ffconcat"), list);
        var whole = scratch.resolve("film.mp4");
        var grid = "round(%s*TB*" + canvas.rate() + ")/(TB*" + canvas.rate() + ")";
        var arguments = new ArrayList<>(List.of("-f", "concat", "-safe", "0", "-i", "" + listed));
        arguments.addAll(SoundMix.format());
        arguments.addAll(List.of("-i", "" + sound.file(), "-map", "0:v:0", "-map", "1:a:0", "-c:v", "copy"));
        arguments.addAll(List.of("-bsf:v", "setts=pts=" + grid.formatted("PTS") + ":dts=" + grid.formatted("DTS")));
        arguments.addAll(List.of("-af", level));
        arguments.addAll(encoding.sound());
        arguments.addAll(Encoding.reproducible());
        arguments.addAll(List.of("-video_track_timescale", encoding.timescale(), "-movflags", "+faststart"));
        arguments.add("" + whole);
        double wholeMs = canvas.seconds(canvas.frames()) * 1000;
        ffmpeg.run(arguments, ms -> progress.of("join", JOIN_SHARE, ms / wholeMs));
        return whole;
    }

    private SyncReport measured(List<Shot> shots, Path film, Progress progress) {
        var cuts = SyncMeasure.planned(shots);
        var report = cuts.isEmpty() ? null : SyncMeasure.report(cuts, PictureChange.of(ffmpeg, film), canvas.rate());
        progress.of("measure", MEASURE_SHARE, 1);
        return report;
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

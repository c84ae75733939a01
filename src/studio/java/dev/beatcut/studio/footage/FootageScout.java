package dev.beatcut.studio.footage;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.ffmpeg.MediaInfo;
import dev.beatcut.studio.ffmpeg.UserMedia;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks at a clip once, frame by frame, in miniature. */
public final class FootageScout {

    private static final String MINIATURE = "scale=" + Thumbnail.WIDTH + ":" + Thumbnail.HEIGHT
            + ":flags=area:out_range=full,format=yuv444p,showinfo=checksum=0";

    private final Ffmpeg ffmpeg;

    public FootageScout(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Decodes the whole picture of {@code clip}; takes about as long as decoding does, and a few dozen bytes a frame.
     *
     * @throws dev.beatcut.studio.ffmpeg.FfmpegFailed it cannot be decoded
     */
    public Footage look(Path clip, MediaInfo info) {
        var arguments = new ArrayList<>(UserMedia.input(clip, info));
        arguments.addAll(List.of("-map", "0:V:0", "-an", "-sn", "-dn", "-vf", MINIATURE));
        arguments.addAll(List.of("-fps_mode", "passthrough", "-f", "rawvideo", "pipe:1"));
        var times = new FrameTimes();
        var sights = ffmpeg.read(arguments, new Frames(), times);
        return footage(times.ms(), sights, info.durationMs());
    }

    private static Footage footage(long[] times, List<Sight> sights, long announcedMs) {
        long[] timesMs = Arrays.copyOf(times, Math.min(times.length, sights.size()));
        long durationMs = Math.max(announcedMs, timesMs.length == 0 ? 0 : timesMs[timesMs.length - 1] + 1);
        var seen = sights.subList(0, timesMs.length);
        var cutsMs = new SceneCuts(timesMs, seen).ms(durationMs);
        var moments = new Moments(timesMs, seen).of(cutsMs, durationMs);
        return new Footage(durationMs, cutsMs, moments, new MotionPeaks(timesMs, seen).of(cutsMs, durationMs));
    }
}

package dev.beatcut.studio.visual;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.timeline.FrameRate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Makes clips of painted frames that a film can be cut from: near to lossless, a key frame every half second. */
public final class Clips {

    private final Ffmpeg ffmpeg;

    public Clips(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * What a clip shows.
     *
     * @param songSeconds where in the song its first frame is
     */
    public record Stretch(Look look, double songSeconds, long frames, FrameRate rate) {

        /** The middle of its time: what sounds there lights the frame that a cut on it would begin with. */
        double seconds(long frame) {
            return songSeconds + (frame + 0.5) * rate.denominator() / rate.numerator();
        }
    }

    /**
     * Paints a stretch into an MP4; one frame is in memory at a time.
     *
     * @throws dev.beatcut.studio.ffmpeg.FfmpegFailed when ffmpeg failed
     * @throws CancellationException the thread was interrupted
     */
    public void make(Painter painter, Stretch stretch, Path target) {
        ffmpeg.write(arguments(painter, stretch, target), input -> paint(painter, stretch, input));
    }

    private static void paint(Painter painter, Stretch stretch, OutputStream input) throws IOException {
        var frame = new byte[painter.bytes()];
        for (long n = 0; n < stretch.frames(); n++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("Interrupted while painting");
            }
            painter.paint(stretch.look(), stretch.seconds(n), frame);
            input.write(frame);
        }
    }

    private List<String> arguments(Painter painter, Stretch stretch, Path target) {
        var arguments = new ArrayList<>(List.of("-f", "rawvideo", "-pix_fmt", "yuv420p"));
        arguments.addAll(List.of("-s", painter.width() + "x" + painter.height(), "-r", "" + stretch.rate()));
        arguments.addAll(List.of("-i", "pipe:0", "-vf"));
        arguments.add("setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv");
        arguments.addAll(
                ffmpeg.encoders().contains("libx264")
                        ? List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "12")
                        : List.of("-c:v", "libopenh264", "-b:v", "24M", "-allow_skip_frames", "0"));
        arguments.addAll(List.of("-pix_fmt", "yuv420p", "-g", "15", "-threads", "1"));
        arguments.addAll(List.of("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"));
        arguments.addAll(List.of("-f", "mp4", "file:" + target.toAbsolutePath()));
        return arguments;
    }
}

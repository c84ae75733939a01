package dev.beatcut.studio.render;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * How much the picture of a finished file changes from frame to frame, and where that is a cut. Knows nothing of the
 * plan.
 */
final class PictureChange {

    private static final int SIDE = 72;

    /** Frames around a place that are looked at; cuts on beats lie further apart. */
    private static final int AROUND = 7;

    /** Grey levels, of 255, that a cut changes at least, on average over the picture. */
    private static final double LEAST = 0.35;

    /** A cut stands out of the movement around it by this factor. */
    private static final double STANDS_OUT = 1.35;

    /** {@code changes[n]}: mean change, in grey levels, from frame n-1 to frame n. */
    private final double[] changes;

    PictureChange(double[] changes) {
        this.changes = changes;
    }

    static PictureChange of(Ffmpeg ffmpeg, Path film) {
        var arguments = List.of(
                "-v",
                "error",
                "-i",
                "file:" + film,
                "-map",
                "0:v:0",
                "-filter_threads",
                "1",
                "-vf",
                "scale=" + SIDE + ":" + SIDE + ":flags=area,format=gray",
                "-fps_mode",
                "passthrough",
                "-f",
                "rawvideo",
                "pipe:1");
        return new PictureChange(ffmpeg.read(arguments, PictureChange::read));
    }

    private static double[] read(InputStream in) throws IOException {
        var changes = new double[1024];
        int count = 0;
        byte[] before = null;
        for (var frame = in.readNBytes(SIDE * SIDE); frame.length == SIDE * SIDE; frame = in.readNBytes(SIDE * SIDE)) {
            if (count == changes.length) {
                changes = Arrays.copyOf(changes, 2 * count);
            }
            changes[count++] = before == null ? 0 : difference(before, frame);
            before = frame;
        }
        return Arrays.copyOf(changes, count);
    }

    static double difference(byte[] one, byte[] other) {
        long sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((one[i] & 0xFF) - (other[i] & 0xFF));
        }
        return (double) sum / one.length;
    }

    int frames() {
        return changes.length;
    }

    /** The first frame after a cut that lies within {@code reach} frames of {@code frame}. */
    OptionalLong cutNear(long frame, int reach) {
        int best = -1;
        for (int n = (int) Math.max(1, frame - reach); n <= Math.min(changes.length - 1, frame + reach); n++) {
            best = best < 0 || changes[n] > changes[best] ? n : best;
        }
        return best >= 0 && isCut(best) ? OptionalLong.of(best) : OptionalLong.empty();
    }

    private boolean isCut(int frame) {
        double most = 0;
        for (int n = Math.max(1, frame - AROUND); n <= Math.min(changes.length - 1, frame + AROUND); n++) {
            most = n == frame ? most : Math.max(most, changes[n]);
        }
        return changes[frame] >= LEAST && changes[frame] > STANDS_OUT * most;
    }
}

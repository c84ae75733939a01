package dev.beatcut.bench;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/** Decodes songs of any kind, also those that the product does not take. */
final class Recordings {

    static final int SAMPLE_RATE = 44_100;

    private final Ffmpeg ffmpeg = Ffmpeg.bundled();

    /** One channel. */
    float[] mono(Path song) {
        var arguments = List.of("-i", song.toString(), "-ac", "1", "-ar", "" + SAMPLE_RATE, "-f", "f32le", "pipe:1");
        return ffmpeg.read(arguments, in -> {
            var samples = ByteBuffer.wrap(in.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            float[] mono = new float[samples.remaining()];
            samples.get(mono);
            return mono;
        });
    }
}

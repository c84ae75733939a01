package dev.beatcut.bench;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Decodes songs of any kind, also those that the product does not take. */
final class Recordings {

    static final int SAMPLE_RATE = 44_100;

    private final Ffmpeg ffmpeg = Ffmpeg.bundled();

    /** One channel. */
    float[] mono(Path song) {
        return ffmpeg.read(arguments(song), in -> {
            var samples = ByteBuffer.wrap(in.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            float[] mono = new float[samples.remaining()];
            samples.get(mono);
            return mono;
        });
    }

    private static List<String> arguments(Path song) {
        var arguments = new ArrayList<>(List.of("-threads", "1", "-i", song.toString(), "-ac", "1"));
        arguments.addAll(List.of("-af", "aresample=" + SAMPLE_RATE + ",asetnsamples=n=32768:p=0"));
        arguments.addAll(List.of("-f", "f32le", "pipe:1"));
        return arguments;
    }
}

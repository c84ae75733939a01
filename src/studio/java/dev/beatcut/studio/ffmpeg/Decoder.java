package dev.beatcut.studio.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sound as samples, on the same clock as ffmpeg plays the file: encoder padding is skipped, edit lists are honoured, and
 * sample 0 is the file's time 0.
 */
public final class Decoder {

    private static final int CHUNK_SAMPLES = 1 << 20;

    /** One channel, never louder than the loudest one was; from time 0, gaps filled. */
    private static final String MIX = "aresample=async=1:first_pts=0:ochl=mono:osf=flt:rematrix_maxval=1:osr=";

    /** Large frames at the end: passing small ones from thread to thread costs more than decoding them. */
    private static final String IN_LARGE_FRAMES = ",asetnsamples=n=32768:p=0";

    private final Ffmpeg ffmpeg;

    public Decoder(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * The first sound stream, mixed down.
     *
     * @return samples of about -1 to 1; 4 bytes each, twice that while the last parts are joined
     * @throws dev.beatcut.problem.Problem the file cannot be used
     * @throws FfmpegFailed it holds no sound, or cannot be decoded
     */
    public float[] mono(Path media, int rate) {
        return mono(media, ffmpeg.probe(media), rate);
    }

    public float[] mono(Path media, MediaInfo info, int rate) {
        var arguments = new ArrayList<>(List.of("-threads", "1"));
        arguments.addAll(UserMedia.input(media, info));
        arguments.addAll(List.of("-map", "0:a:0", "-vn", "-sn", "-dn", "-af", MIX + rate + IN_LARGE_FRAMES));
        arguments.addAll(List.of("-f", "f32le", "pipe:1"));
        return ffmpeg.read(arguments, Decoder::samples);
    }

    private static float[] samples(InputStream in) throws IOException {
        var parts = new ArrayList<float[]>();
        var bytes = new byte[CHUNK_SAMPLES * Float.BYTES];
        int read;
        do {
            read = in.readNBytes(bytes, 0, bytes.length);
            var part = new float[read / Float.BYTES];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(part);
            parts.add(part);
        } while (read == bytes.length);
        return joined(parts);
    }

    private static float[] joined(List<float[]> parts) {
        var all = Arrays.copyOf(
                parts.getFirst(), parts.stream().mapToInt(part -> part.length).sum());
        int at = parts.getFirst().length;
        for (var part : parts.subList(1, parts.size())) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}

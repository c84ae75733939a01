package dev.beatcut.studio.render;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.ffmpeg.MediaInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A file that a timeline names.
 *
 * @param hash SHA-256 of its bytes, hex: what is made of it is kept under this
 * @param info what it really holds
 */
public record Source(Path file, String hash, MediaInfo info) {

    /** A file that nothing is known of. */
    public static Source of(Ffmpeg ffmpeg, Path file) {
        try {
            return new Source(file.toAbsolutePath(), Hash.of(file), ffmpeg.probe(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isStill() {
        return info.kind() == MediaInfo.Kind.IMAGE;
    }

    boolean isGif() {
        return info.kind() == MediaInfo.Kind.VIDEO && "gif".equals(info.format());
    }

    boolean isSeen() {
        return info.kind() != MediaInfo.Kind.AUDIO;
    }
}

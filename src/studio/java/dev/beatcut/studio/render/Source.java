package dev.beatcut.studio.render;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.ffmpeg.MediaInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * What a timeline names: a file, or pictures that are painted for the film.
 *
 * @param file null when it is painted
 * @param hash SHA-256 of its bytes, hex, or all that decides what is painted: what is made of it is kept under this
 * @param info what it really holds
 * @param painting null when it is a file
 */
public record Source(Path file, String hash, MediaInfo info, Painting painting) {

    public Source(Path file, String hash, MediaInfo info) {
        this(file, hash, info, null);
    }

    /** A file that nothing is known of. */
    public static Source of(Ffmpeg ffmpeg, Path file) {
        try {
            return new Source(file.toAbsolutePath(), Hash.of(file), ffmpeg.probe(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isPainted() {
        return painting != null;
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

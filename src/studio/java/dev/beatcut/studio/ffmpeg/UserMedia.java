package dev.beatcut.studio.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a file that somebody brought is given to ffmpeg: with its demuxer named, and no way for what is inside to make
 * ffmpeg open another file or address.
 */
public final class UserMedia {

    private static final String DEMUXERS =
            Arrays.stream(Format.values()).map(Format::demuxer).distinct().collect(Collectors.joining(","));

    private UserMedia() {}

    /**
     * The options and {@code -i} of one input; input options of the caller's own ({@code -ss}, {@code -loop 1} for a
     * photo) go before it.
     */
    public static List<String> input(Path file, MediaInfo info) {
        return input(file, Format.named(info.format()).orElseThrow());
    }

    static List<String> input(Path file, Format format) {
        var arguments = new ArrayList<>(List.of("-protocol_whitelist", "file,pipe", "-format_whitelist", DEMUXERS));
        arguments.addAll(List.of("-f", format.demuxer(), "-i", address(file)));
        return arguments;
    }

    /** A path as ffmpeg's address: no part of it is read as an option, a protocol or a pattern. */
    public static String address(Path file) {
        return "file:" + file.toAbsolutePath();
    }
}

package dev.beatcut.studio.ffmpeg;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The thirteen formats that are accepted, each with the one demuxer that may open it. */
enum Format {
    MP4("mov"),
    MOV("mov"),
    AVI("avi"),
    WEBM("matroska"),
    MKV("matroska"),
    JPG("jpeg_pipe"),
    PNG("png_pipe"),
    GIF("gif"),
    WEBP("webp_pipe"),
    MP3("mp3"),
    WAV("wav"),
    M4A("mov"),
    AAC("aac");

    private final String demuxer;

    Format(String demuxer) {
        this.demuxer = demuxer;
    }

    String demuxer() {
        return demuxer;
    }

    /** As people and {@link MediaInfo#format()} write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean still() {
        return this == JPG || this == PNG || this == WEBP;
    }

    static Optional<Format> named(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Format::word).collect(Collectors.joining(", "));
    }
}

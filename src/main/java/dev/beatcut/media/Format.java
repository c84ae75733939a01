package dev.beatcut.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The thirteen formats of the wire: their names and media types. */
enum Format {
    MP4("video/mp4"),
    MOV("video/quicktime"),
    AVI("video/x-msvideo", "video/avi", "video/msvideo"),
    WEBM("video/webm", "audio/webm"),
    MKV("video/x-matroska", "video/matroska", "audio/x-matroska"),
    JPG("image/jpeg", "image/jpg"),
    PNG("image/png"),
    GIF("image/gif"),
    WEBP("image/webp"),
    MP3("audio/mpeg", "audio/mp3"),
    WAV("audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"),
    M4A("audio/mp4", "audio/x-m4a", "audio/m4a"),
    AAC("audio/aac", "audio/x-aac", "audio/aacp");

    private final List<String> types;

    Format(String... types) {
        this.types = List.of(types);
    }

    static Optional<Format> ofExtension(String extension) {
        var said = extension.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(said) || format == JPG && said.equals("jpeg"))
                .findFirst();
    }

    static Optional<Format> ofType(String type) {
        return Arrays.stream(values())
                .filter(format -> format.types.contains(type))
                .findFirst();
    }

    /** All of them, for people. */
    static String accepted() {
        return Arrays.stream(values()).map(Format::extension).collect(Collectors.joining(", "));
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    String type() {
        return types.getFirst();
    }

    Kind kind() {
        return switch (this) {
            case MP4, MOV, AVI, WEBM, MKV -> Kind.VIDEO;
            case JPG, PNG, GIF, WEBP -> Kind.IMAGE;
            case MP3, WAV, M4A, AAC -> Kind.AUDIO;
        };
    }

    enum Kind {
        VIDEO,
        IMAGE,
        AUDIO
    }
}

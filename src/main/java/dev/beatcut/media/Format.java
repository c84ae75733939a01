package dev.beatcut.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The thirteen formats of the wire: their names, media types and how their content begins. */
enum Format {
    MP4(Content.ISO_MEDIA, "video/mp4"),
    MOV(Content.ISO_MEDIA, "video/quicktime"),
    AVI(Content.AVI, "video/x-msvideo", "video/avi", "video/msvideo"),
    WEBM(Content.MATROSKA, "video/webm", "audio/webm"),
    MKV(Content.MATROSKA, "video/x-matroska", "video/matroska", "audio/x-matroska"),
    JPG(Content.JPEG, "image/jpeg", "image/jpg"),
    PNG(Content.PNG, "image/png"),
    GIF(Content.GIF, "image/gif"),
    WEBP(Content.WEBP, "image/webp"),
    MP3(Content.MPEG_AUDIO, "audio/mpeg", "audio/mp3"),
    WAV(Content.WAVE, "audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"),
    M4A(Content.ISO_MEDIA, "audio/mp4", "audio/x-m4a", "audio/m4a"),
    AAC(Content.AAC, "audio/aac", "audio/x-aac", "audio/aacp");

    private final Content content;
    private final List<String> types;

    Format(Content content, String... types) {
        this.content = content;
        this.types = List.of(types);
    }

    static Optional<Format> ofExtension(String extension) {
        var said = extension.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(said) || format == JPG && said.equals("jpeg"))
                .findFirst();
    }

    static Optional<Format> ofType(String type) {
        return Arrays.stream(values()).filter(format -> format.types.contains(type)).findFirst();
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

    Content content() {
        return content;
    }

    enum Kind {
        VIDEO,
        IMAGE,
        AUDIO
    }
}

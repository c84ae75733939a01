package dev.beatcut.studio.render;

import java.util.Locale;

/** What a finished file is. */
public enum FilmFormat {
    /** H.264 and AAC. */
    MP4("video/mp4"),
    /** VP9 and Opus. */
    WEBM("video/webm"),
    /** At most 480 pixels on the shorter side, 12.5 frames a second, silent. */
    GIF("image/gif"),
    /** The sound alone. */
    MP3("audio/mpeg");

    private final String contentType;

    FilmFormat(String contentType) {
        this.contentType = contentType;
    }

    /** As the wire and file names write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String contentType() {
        return contentType;
    }
}

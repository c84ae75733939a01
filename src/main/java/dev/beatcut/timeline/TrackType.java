package dev.beatcut.timeline;

import java.util.Arrays;
import java.util.Optional;

/** The track types that the wire names. Others exist and are kept as their number. */
public enum TrackType {
    VIDEO(0, "Video"),
    AUDIO(1, "BGM"),
    TEXT(7, "Title");

    private final int code;
    private final String label;

    TrackType(int code, String label) {
        this.code = code;
        this.label = label;
    }

    public int code() {
        return code;
    }

    static Optional<TrackType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }

    public static String label(int code) {
        return of(code).map(type -> type.label).orElse(code < 0 ? "Track" : "Track type " + code);
    }
}

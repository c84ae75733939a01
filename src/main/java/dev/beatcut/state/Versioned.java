package dev.beatcut.state;

import java.time.Instant;

/** A value as it was read, with the version that a writer must expect. */
public record Versioned<T>(Key key, String version, Instant due, Instant expires, T value) {

    public Expected expected() {
        return Expected.version(version);
    }
}

package dev.beatcut.state;

/** What a writer believes to be stored: the version it read, or nothing. */
public sealed interface Expected {

    record Version(String tag) implements Expected {}

    record Absent() implements Expected {}

    static Expected absent() {
        return new Absent();
    }

    static Expected version(String tag) {
        return new Version(tag);
    }
}

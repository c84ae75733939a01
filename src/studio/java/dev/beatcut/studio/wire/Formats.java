package dev.beatcut.studio.wire;

/** The thirteen formats of §1.4, as they are told to people. */
final class Formats {

    static final String ACCEPTED = "mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a, aac";

    private Formats() {}
}

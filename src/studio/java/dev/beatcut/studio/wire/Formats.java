package dev.beatcut.studio.wire;

/** The thirteen formats of §1.4, as they are told to people. */
final class Formats {

    private static final String ACCEPTED = "mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a, aac";

    private Formats() {}

    /** {@code refusal} with the list, if it does not hold it already. */
    static String withAccepted(String refusal) {
        return refusal.contains(ACCEPTED) ? refusal : refusal + " Accepted: " + ACCEPTED + ".";
    }
}

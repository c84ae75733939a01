package dev.beatcut.studio.beat;

/**
 * The downbeat on which bass and drums come back after a quiet passage.
 *
 * @param ms       time from the song's start
 * @param strength rise of the low band, 0 to 1
 */
public record Drop(long ms, double strength) {

    public Drop {
        if (ms < 0) {
            throw new IllegalArgumentException("A drop lies at 0 ms or later, but this one at " + ms);
        }
        Share.require("strength", strength);
    }
}

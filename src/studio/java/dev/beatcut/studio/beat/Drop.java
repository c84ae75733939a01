package dev.beatcut.studio.beat;

/**
 * The moment when kick and bass come back, all at once, after a break or a build.
 *
 * @param ms       time of the onset from the song's start; on the beat where the beats are right
 * @param strength rise of kick and bass, 0 to 1
 */
public record Drop(long ms, double strength) {

    public Drop {
        if (ms < 0) {
            throw new IllegalArgumentException("A drop lies at 0 ms or later, but this one at " + ms);
        }
        Share.require("strength", strength);
    }
}

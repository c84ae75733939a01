package dev.beatcut.studio.beat;

/**
 * A tempo that the song could also be counted in.
 *
 * @param tempo      beats per minute, above 0
 * @param confidence probability, 0 to 1, that a listener would tap this one; the reported tempo has what the others
 *                   leave
 */
public record TempoCandidate(double tempo, double confidence) {

    public TempoCandidate {
        if (!(tempo > 0 && tempo < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A tempo is above 0 beats per minute, but was " + tempo);
        }
        Share.require("confidence", confidence);
    }
}

package dev.beatcut.studio.beat;

import java.util.Objects;

/**
 * A stretch of a song with one character, from bar line to bar line.
 *
 * @param fromMs start, from the song's start
 * @param toMs   end (exclusive), after {@code fromMs}
 * @param energy loudness, half of it carried by kick and bass, relative to the fullest section of this song, which is
 *               1; steady songs stay near it
 * @param label  {@code drop} from a drop on; {@code break} without kick and bass, {@code build} if it swells to a drop;
 *               {@code high} with full energy (choruses), {@code low} with less (verses), which is called {@code intro}
 *               where the song begins and {@code outro} where it ends
 */
public record Section(long fromMs, long toMs, double energy, String label) {

    public Section {
        if (fromMs < 0 || toMs <= fromMs) {
            throw new IllegalArgumentException(
                    "A section runs forward from 0 ms or later, but this one from %d to %d".formatted(fromMs, toMs));
        }
        Share.require("energy", energy);
        Objects.requireNonNull(label, "label");
    }
}

package dev.beatcut.studio.beat;

import java.util.Objects;

/**
 * A stretch of a song with one character, from bar line to bar line.
 *
 * @param fromMs start, from the song's start
 * @param toMs   end (exclusive), after {@code fromMs}
 * @param energy loudness relative to the loudest section of this song, which is 1; steady songs stay near it
 * @param label  {@code intro}, {@code build}, {@code drop}, {@code break}, {@code high}, {@code low} or {@code outro}
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

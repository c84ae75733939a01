package dev.beatcut.studio.wire;

import dev.beatcut.studio.beat.Beat;
import dev.beatcut.studio.beat.BeatGrid;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was heard in a song, as §10 tells it.
 *
 * @param beats ms in the song
 * @param downbeats indices into {@code beats}
 * @param offset ms by which a person shifted the beats
 * @param corrected whether a person changed them
 */
record BeatsView(
        double tempo,
        List<Alternative> alternatives,
        int metre,
        List<Long> beats,
        List<Integer> downbeats,
        List<Stretch> sections,
        List<Fall> drops,
        long offset,
        boolean corrected) {

    record Alternative(double tempo, double confidence) {}

    record Stretch(long from, long to, double energy, String label) {}

    record Fall(long at, double strength) {}

    static BeatsView of(BeatGrid grid) {
        var beats = grid.beats();
        return new BeatsView(
                grid.tempo(),
                grid.alternatives().stream()
                        .map(other -> new Alternative(other.tempo(), other.confidence()))
                        .toList(),
                grid.metre(),
                beats.stream().map(Beat::ms).toList(),
                IntStream.range(0, beats.size())
                        .filter(index -> beats.get(index).position() == 1)
                        .boxed()
                        .toList(),
                grid.sections().stream()
                        .map(part -> new Stretch(part.fromMs(), part.toMs(), part.energy(), part.label()))
                        .toList(),
                grid.drops().stream()
                        .map(drop -> new Fall(drop.ms(), drop.strength()))
                        .toList(),
                0,
                false);
    }
}

package dev.beatcut.studio.beat;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What was heard in one song; all times in ms from its start.
 *
 * @param tempo beats a minute, 0 without beats
 * @param alternatives other readings of the tempo, the half and the double among them
 * @param metre beats a bar, 0 without beats
 * @param beats ascending
 */
public record BeatGrid(
        double tempo,
        List<TempoCandidate> alternatives,
        int metre,
        List<Beat> beats,
        List<Section> sections,
        List<Drop> drops,
        long durationMs) {

    public BeatGrid {
        alternatives = List.copyOf(alternatives);
        beats = List.copyOf(beats);
        sections = List.copyOf(sections);
        drops = List.copyOf(drops);
    }

    public boolean isEmpty() {
        return beats.isEmpty();
    }

    public List<Long> beatTimesMs() {
        return beats.stream().map(Beat::ms).toList();
    }

    /** Places in {@link #beats()} that are downbeats. */
    public List<Integer> downbeatIndexes() {
        return IntStream.range(0, beats.size())
                .filter(i -> beats.get(i).position() == 1)
                .boxed()
                .toList();
    }
}

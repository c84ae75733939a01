package dev.beatcut.studio.beat;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What was heard in one song. All times are in ms from the song's start and ascend.
 *
 * @param tempo        beats per minute as reported; 0 if there is no beat
 * @param alternatives other tempi, the most likely first: always half and double the reported one; empty if there is
 *                     no beat
 * @param metre        beats in a bar, 3 or 4; 0 if there is no beat
 * @param beats        the beats, downbeats at position 1
 * @param sections     sections without gaps or overlap, from the first bar to the song's end
 * @param drops        drops, ascending; most songs have none
 * @param durationMs   the song's length
 * @param correction   what a listener changed; {@link Correction#NONE} for a grid as it was heard
 * @param heard        the grid before it was corrected; null for one that was not
 * @param wave         the loudest sample in each of equal parts of the song, 0 to 255; may be empty
 */
public record BeatGrid(
        double tempo,
        List<TempoCandidate> alternatives,
        int metre,
        List<Beat> beats,
        List<Section> sections,
        List<Drop> drops,
        long durationMs,
        Correction correction,
        BeatGrid heard,
        List<Integer> wave) {

    /** The slowest and the fastest that a grid is counted by correction. */
    private static final double SLOWEST = 15;

    private static final double FASTEST = 600;

    private static final long SHORTEST_HIGHLIGHT_MS = 15_000;
    private static final long USUAL_HIGHLIGHT_MS = 30_000;
    private static final long LONGEST_HIGHLIGHT_MS = 45_000;

    public BeatGrid {
        if (!(tempo >= 0 && tempo < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A tempo is 0 or more beats per minute, but was " + tempo);
        }
        if (metre < 0 || durationMs < 0) {
            throw new IllegalArgumentException(
                    "Metre and duration are 0 or more, but were %d and %d ms".formatted(metre, durationMs));
        }
        alternatives = List.copyOf(alternatives);
        beats = List.copyOf(beats);
        sections = List.copyOf(sections);
        drops = List.copyOf(drops);
        wave = wave == null ? List.of() : List.copyOf(wave);
        correction = correction == null ? Correction.NONE : correction;
    }

    /** A grid as it was heard. */
    public BeatGrid(
            double tempo,
            List<TempoCandidate> alternatives,
            int metre,
            List<Beat> beats,
            List<Section> sections,
            List<Drop> drops,
            long durationMs) {
        this(tempo, alternatives, metre, beats, sections, drops, durationMs, Correction.NONE, null, List.of());
    }

    BeatGrid with(List<Integer> peaks) {
        return new BeatGrid(tempo, alternatives, metre, beats, sections, drops, durationMs, correction, heard, peaks);
    }

    /** A song in which no beat was heard, such as silence, noise or less than two seconds. */
    public static BeatGrid empty(long durationMs) {
        return new BeatGrid(0, List.of(), 0, List.of(), List.of(), List.of(), durationMs);
    }

    public List<Long> beatTimesMs() {
        return beats.stream().map(Beat::ms).toList();
    }

    /** Indexes into {@link #beats()} of the beats that open a bar. */
    public List<Integer> downbeatIndexes() {
        return IntStream.range(0, beats.size())
                .filter(index -> beats.get(index).isDownbeat())
                .boxed()
                .toList();
    }

    public boolean isEmpty() {
        return beats.isEmpty();
    }

    /**
     * This grid, changed once more: beats, bars, tempo, sections and drops. Corrections add up in {@link
     * #correction()}; {@link Correction#NONE} gives back what was heard. A song without a beat stays without.
     *
     * @throws IllegalArgumentException if the corrections together are more than a {@link Correction} can be
     */
    public BeatGrid corrected(Correction change) {
        return Regridding.of(heard == null ? this : heard, correction.then(change));
    }

    /** Whether it makes sense to correct the grid so: there are beats, and the tempo stays from 15 to 600. */
    public boolean accepts(Correction change) {
        double changed = tempo * change.times() / change.per();
        return !isEmpty() && correction.accepts(change) && changed >= SLOWEST && changed <= FASTEST;
    }

    /**
     * The best part of the song for a film of a given length: a drop with what leads up to it, or the fullest sections,
     * beginning with a phrase where that can be.
     *
     * @param lengthMs 1 or more
     * @return at most that long and less than a bar shorter, from bar line to bar line; a song without bars or no
     *     longer than that from its start
     */
    public Highlight highlight(long lengthMs) {
        return highlight(lengthMs - barMs() + 1, lengthMs, lengthMs);
    }

    /** The best part of the song at the length that suits it: 15 to 45 s of whole bars, ending with a phrase. */
    public Highlight highlight() {
        return highlight(SHORTEST_HIGHLIGHT_MS, USUAL_HIGHLIGHT_MS, LONGEST_HIGHLIGHT_MS);
    }

    private Highlight highlight(long shortestMs, long usualMs, long longestMs) {
        return new HighlightSearch(this)
                .best(shortestMs, usualMs, longestMs)
                .orElseGet(() -> new Highlight(0, Math.min(longestMs, Math.max(1, durationMs))));
    }

    /** The longest of the song's bars. */
    private long barMs() {
        var downbeats = downbeatIndexes().stream()
                .mapToLong(index -> beats.get(index).ms())
                .toArray();
        return IntStream.range(1, downbeats.length)
                .mapToLong(bar -> downbeats[bar] - downbeats[bar - 1])
                .max()
                .orElse(1);
    }
}

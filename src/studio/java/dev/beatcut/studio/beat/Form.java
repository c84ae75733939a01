package dev.beatcut.studio.beat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** What a song is made of. */
record Form(List<Section> sections, List<Drop> drops) {

    /** A drop this near to a beat is on it. */
    private static final long SAME_MS = 15;

    /** @param beats at least two */
    static Form of(Spectrogram spectrogram, Onsets onsets, List<Beat> beats, long durationMs) {
        Loudness loudness = new Loudness(spectrogram);
        List<Drop> drops = Drops.find(loudness, onsets, beats).stream()
                .map(drop -> onBeat(drop, beats))
                .filter(drop -> drop.ms() < durationMs)
                .toList();
        long[] lines = barLines(beats, drops, durationMs);
        return new Form(new Sections(BarLevels.of(lines, spectrogram, loudness), drops).list(), drops);
    }

    private static Drop onBeat(Drop drop, List<Beat> beats) {
        return new Drop(nearest(beats.stream().mapToLong(Beat::ms), drop.ms(), SAME_MS), drop.strength());
    }

    /** The downbeats and the song's end; where a drop falls, the bar opens there, wherever the downbeat was heard. */
    private static long[] barLines(List<Beat> beats, List<Drop> drops, long durationMs) {
        long[] downbeats =
                beats.stream().filter(Beat::isDownbeat).mapToLong(Beat::ms).toArray();
        long bar = downbeats.length < 2
                ? durationMs
                : (downbeats[downbeats.length - 1] - downbeats[0]) / (downbeats.length - 1);
        LongStream lines = LongStream.of(downbeats)
                .filter(line -> drops.stream().noneMatch(drop -> Math.abs(drop.ms() - line) <= bar / 2));
        return LongStream.concat(
                        LongStream.concat(lines, drops.stream().mapToLong(Drop::ms)), LongStream.of(durationMs))
                .sorted()
                .distinct()
                .toArray();
    }

    private static long nearest(LongStream times, long ms, long within) {
        return times.filter(time -> Math.abs(time - ms) <= within)
                .boxed()
                .min(Comparator.comparingLong(time -> Math.abs(time - ms)))
                .orElse(ms);
    }
}

package dev.beatcut.studio.beat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts a heard song as a listener says that it is counted. */
final class Regridding {

    /** Tempi within 8 % are the same, as in MIREX' tempo evaluation. */
    private static final double SAME_TEMPO = 0.08;

    private final BeatGrid heard;
    private final Correction correction;
    private final int metre;

    static BeatGrid of(BeatGrid heard, Correction correction) {
        return heard.isEmpty() || correction.equals(Correction.NONE) ? heard : new Regridding(heard, correction).grid();
    }

    private Regridding(BeatGrid heard, Correction correction) {
        this.heard = heard;
        this.correction = correction;
        this.metre = correction.metre() > 0 ? correction.metre() : usualMetre();
    }

    /** The one whose bars still open where heard ones did; three beats for one are a bar of three. */
    private int usualMetre() {
        int bar = heard.metre() * correction.times();
        var likely =
                correction.times() % 3 == 0 ? IntStream.of(3, heard.metre(), 4) : IntStream.of(heard.metre(), 4, 3);
        return likely.filter(beats -> bar % (beats * correction.per()) == 0 || beats * correction.per() % bar == 0)
                .findFirst()
                .orElse(heard.metre());
    }

    private BeatGrid grid() {
        var counted = keepsBars() ? divided() : recounted(divided());
        double tempo = heard.tempo() * correction.times() / correction.per();
        return new BeatGrid(
                tempo,
                alternatives(tempo),
                metre,
                counted.stream().map(this::shifted).filter(Objects::nonNull).toList(),
                sections(counted.stream().filter(Beat::isDownbeat).map(Beat::ms).toList()),
                heard.drops().stream()
                        .filter(drop -> isInSong(drop.ms() + correction.offsetMs()))
                        .map(drop -> new Drop(drop.ms() + correction.offsetMs(), drop.strength()))
                        .toList(),
                heard.durationMs(),
                correction,
                heard,
                heard.wave());
    }

    private boolean keepsBars() {
        return correction.per() == 1
                && correction.downbeatMs() == null
                && heard.metre() * correction.times() % metre == 0;
    }

    /** Every heard beat with those that the new tempo puts after it, before any is left out. */
    private List<Beat> divided() {
        var beats = heard.beats();
        int times = correction.times();
        var divided = new ArrayList<Beat>();
        for (int i = 0; i < beats.size(); i++) {
            for (int part = 0; part < times; part++) {
                long at = beats.get(i).ms() + Math.round(length(i) * part / times);
                int place = ((beats.get(i).position() - 1) * times + part) % metre + 1;
                if (part == 0 || at < heard.durationMs()) {
                    divided.add(new Beat(at, place));
                }
            }
        }
        return divided;
    }

    /** How long the beat lasts, ms; the last one as long as the one before. */
    private double length(int beat) {
        var beats = heard.beats();
        int next = Math.min(beat + 1, beats.size() - 1);
        return next == 0
                ? 60_000 / heard.tempo()
                : beats.get(next).ms() - beats.get(next - 1).ms();
    }

    /** Those beats that the new tempo leaves, in bars of the new metre. */
    private List<Beat> recounted(List<Beat> divided) {
        int anchor = anchor(divided);
        int first = anchor % correction.per();
        return IntStream.iterate(first, i -> i < divided.size(), i -> i + correction.per())
                .mapToObj(i -> new Beat(divided.get(i).ms(), Math.floorMod((i - anchor) / correction.per(), metre) + 1))
                .toList();
    }

    /** The beat that surely opens a bar: the one that was said to, else that of the strongest drop, else the first. */
    private int anchor(List<Beat> divided) {
        long at = correction.downbeatMs() != null
                ? correction.downbeatMs()
                : heard.drops().stream()
                        .max(Comparator.comparingDouble(Drop::strength))
                        .map(Drop::ms)
                        .orElseGet(() -> heard.beats().stream()
                                .filter(Beat::isDownbeat)
                                .findFirst()
                                .orElse(heard.beats().getFirst())
                                .ms());
        return IntStream.range(0, divided.size())
                .boxed()
                .min(Comparator.comparingLong(i -> Math.abs(divided.get(i).ms() - at)))
                .orElseThrow();
    }

    private Beat shifted(Beat beat) {
        long at = beat.ms() + correction.offsetMs();
        return isInSong(at) ? new Beat(at, beat.position()) : null;
    }

    private boolean isInSong(long ms) {
        return ms >= 0 && ms < heard.durationMs();
    }

    /** As heard, from the nearest of the new bar lines; one that has no bar left goes into the one before. */
    private List<Section> sections(List<Long> barLines) {
        var sections = new ArrayList<Section>();
        long to = heard.durationMs();
        for (var section : heard.sections().reversed()) {
            long line = nearest(barLines, section.fromMs());
            long from = Math.clamp(line + correction.offsetMs(), 0, heard.durationMs());
            if (from < to) {
                sections.addFirst(new Section(from, to, section.energy(), section.label()));
                to = from;
            }
        }
        return sections;
    }

    private static long nearest(List<Long> barLines, long ms) {
        return barLines.stream()
                .min(Comparator.comparingLong(line -> Math.abs(line - ms)))
                .orElse(ms);
    }

    /** Those of the heard tempi that are not the new one, and half and double the new one in any case. */
    private List<TempoCandidate> alternatives(double tempo) {
        double rest = 1
                - heard.alternatives().stream()
                        .mapToDouble(TempoCandidate::confidence)
                        .sum();
        var known = Stream.concat(
                        Stream.of(new TempoCandidate(heard.tempo(), Share.clamp(rest))), heard.alternatives().stream())
                .toList();
        var octaves = Stream.of(tempo / 2, tempo * 2)
                .filter(octave -> known.stream().noneMatch(other -> same(other.tempo(), octave)))
                .map(octave -> new TempoCandidate(octave, 0));
        return Stream.concat(known.stream().filter(other -> !same(other.tempo(), tempo)), octaves)
                .sorted(Comparator.comparingDouble(TempoCandidate::confidence).reversed())
                .toList();
    }

    private static boolean same(double a, double b) {
        return Math.abs(a / b - 1) <= SAME_TEMPO;
    }
}

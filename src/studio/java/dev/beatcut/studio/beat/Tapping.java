package dev.beatcut.studio.beat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The ways to tap along to a song, weighed against each other: a fast one and one half as fast are both right to
 * someone.
 */
final class Tapping {

    /** Tempi within 8 % are the same, as in MIREX' tempo evaluation. */
    private static final double SAME_TEMPO = 0.08;

    /** Alternatives that nobody would tap are not reported. */
    private static final double UNLIKELY = 0.01;

    /**
     * Flattens the probabilities to what they are worth: of songs that the weights were not fitted on, as many are
     * counted as reported as the confidences promise.
     */
    private static final double TEMPERATURE = 1.5;

    /** The best way to tap at each tempo, the most likely first. */
    private final List<Weighed> levels;

    private final Weighed best;

    Tapping(Spectrogram spectrogram, Onsets onsets, Harmony harmony) {
        TempoPrior prior = TempoPrior.of(spectrogram);
        List<Weighed> ways = Arrays.stream(new TempoEstimate(onsets.envelope()).pulses())
                .mapToObj(bpm -> Lattice.near(bpm, spectrogram, onsets))
                .filter(lattice -> lattice.size() > 1)
                .flatMap(lattice -> Tactus.on(new PulseFeatures(lattice, harmony, onsets)))
                .map(tactus -> Weighed.of(tactus, prior))
                .filter(way -> TempoEstimate.isPlausible(way.tempo))
                .sorted(Comparator.comparingDouble(Weighed::evidence).reversed())
                .toList();
        levels = levels(ways);
        best = ways.isEmpty() ? new Weighed(new Tactus(new int[0], 0), 0, 0) : ways.getFirst();
    }

    /** A slow tempo does not grow likely by having several phases, of which none stands out. */
    private static List<Weighed> levels(List<Weighed> ways) {
        List<Weighed> levels = new ArrayList<>();
        for (Weighed way : ways) {
            if (levels.stream().noneMatch(level -> same(level.tempo, way.tempo))) {
                levels.add(way);
            }
        }
        return levels;
    }

    /** The frames of the beats; none if the song is too short for them. */
    int[] beats() {
        return best.tactus.frames();
    }

    double tempo() {
        return best.tempo;
    }

    /** Half and double the chosen tempo, and every other one that is not unlikely; the most likely first. */
    List<TempoCandidate> alternatives() {
        List<Double> distinct = new ArrayList<>(List.of(best.tempo, best.tempo / 2, best.tempo * 2));
        levels.stream()
                .map(Weighed::tempo)
                .filter(tempo -> confidence(tempo) >= UNLIKELY)
                .filter(tempo -> distinct.stream().noneMatch(other -> same(other, tempo)))
                .forEach(distinct::add);
        return distinct.stream()
                .skip(1)
                .map(tempo -> new TempoCandidate(tempo, confidence(tempo)))
                .sorted(Comparator.comparingDouble(TempoCandidate::confidence).reversed())
                .toList();
    }

    private double confidence(double tempo) {
        double all = levels.stream().mapToDouble(this::likelihood).sum();
        double its = levels.stream()
                .filter(level -> same(level.tempo, tempo))
                .mapToDouble(this::likelihood)
                .findFirst()
                .orElse(0);
        return its / all;
    }

    private double likelihood(Weighed way) {
        return Math.exp((way.evidence - best.evidence) / TEMPERATURE);
    }

    private static boolean same(double a, double b) {
        return Math.abs(a / b - 1) <= SAME_TEMPO;
    }

    private record Weighed(Tactus tactus, double tempo, double evidence) {

        static Weighed of(Tactus tactus, TempoPrior prior) {
            double tempo = tactus.tempo();
            return new Weighed(tactus, tempo, tactus.evidence() + prior.log(tempo));
        }
    }
}

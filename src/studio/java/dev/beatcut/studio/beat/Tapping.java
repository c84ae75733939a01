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

    private final List<Weighed> ways;
    private final Weighed best;

    Tapping(Spectrogram spectrogram, Onsets onsets, Harmony harmony) {
        TempoPrior prior = TempoPrior.of(spectrogram);
        ways = Arrays.stream(new TempoEstimate(onsets.envelope()).pulses())
                .mapToObj(bpm -> Lattice.near(bpm, spectrogram, onsets))
                .filter(lattice -> lattice.size() > 1)
                .flatMap(lattice -> Tactus.on(new PulseFeatures(lattice, harmony, onsets)))
                .map(tactus -> Weighed.of(tactus, prior))
                .filter(way -> TempoEstimate.isPlausible(way.tempo))
                .sorted(Comparator.comparingDouble(Weighed::evidence).reversed())
                .toList();
        best = ways.isEmpty() ? new Weighed(new Tactus(new int[0], 0), 0, 0) : ways.getFirst();
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
        ways.stream()
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
        double all = ways.stream().mapToDouble(this::likelihood).sum();
        double these = ways.stream()
                .filter(way -> same(way.tempo, tempo))
                .mapToDouble(this::likelihood)
                .sum();
        return Share.clamp(these / all);
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

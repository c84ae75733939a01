package dev.beatcut.studio.beat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The ways to tap along to a song, weighed against each other: a fast one and one half as fast are both right to
 * someone.
 */
final class Tapping {

    /** Tempi within 8 % are the same, as in MIREX' tempo evaluation. */
    private static final double SAME_TEMPO = 0.08;

    private final List<Weighed> pulses;
    private final Weighed best;

    Tapping(Spectrogram spectrogram, Onsets onsets) {
        TempoPrior prior = TempoPrior.of(spectrogram);
        List<Weighed> distinct = new ArrayList<>();
        Arrays.stream(new TempoEstimate(onsets.envelope()).candidates(prior))
                .mapToObj(bpm -> Pulse.near(bpm, spectrogram, onsets))
                .filter(pulse -> pulse.frames().length > 1)
                .map(pulse -> weigh(pulse, prior))
                .sorted(Comparator.comparingDouble(Weighed::evidence).reversed())
                .filter(pulse -> distinct.stream().noneMatch(better -> same(better.tempo, pulse.tempo)))
                .forEach(distinct::add);
        pulses = List.copyOf(distinct);
        best = pulses.stream()
                .filter(pulse -> TempoEstimate.isPlausible(pulse.tempo))
                .findFirst()
                .orElse(pulses.getFirst());
    }

    private static Weighed weigh(Pulse pulse, TempoPrior prior) {
        double tempo = pulse.tempo();
        return new Weighed(pulse, tempo, pulse.merit() + prior.log(tempo));
    }

    Pulse pulse() {
        return best.pulse;
    }

    double tempo() {
        return best.tempo;
    }

    /** Every other tempo that was tried, and half and double the chosen one in any case, the most likely first. */
    List<TempoCandidate> alternatives() {
        Stream<Double> octaves = Stream.of(best.tempo / 2, best.tempo * 2);
        Stream<Double> others = pulses.stream().map(Weighed::tempo).filter(tempo -> DoubleStream.of(0.5, 1, 2)
                .noneMatch(factor -> same(tempo, best.tempo * factor)));
        return Stream.concat(octaves, others)
                .map(tempo -> new TempoCandidate(tempo, confidence(tempo)))
                .sorted(Comparator.comparingDouble(TempoCandidate::confidence).reversed())
                .toList();
    }

    private double confidence(double tempo) {
        double all = pulses.stream().mapToDouble(this::likelihood).sum();
        double these = pulses.stream()
                .filter(pulse -> same(pulse.tempo, tempo))
                .mapToDouble(this::likelihood)
                .sum();
        return Share.clamp(these / all);
    }

    private double likelihood(Weighed pulse) {
        return Math.exp(pulse.evidence - best.evidence);
    }

    private static boolean same(double a, double b) {
        return Math.abs(a / b - 1) <= SAME_TEMPO;
    }

    private record Weighed(Pulse pulse, double tempo, double evidence) {}
}

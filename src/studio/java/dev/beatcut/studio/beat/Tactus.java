package dev.beatcut.studio.beat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One way to tap along to a song: every {@code group}th point of a lattice from the {@code first}, and what speaks for
 * it. The evidence is a logarithm up to a constant, so that the hypotheses about a song form a multinomial logit.
 *
 * <p>A beat is where the onsets, the kick, a new chord and a new bass note fall. That leaves the metrical level open, for
 * which the alternation of beats counts: kick and snare take turns from beat to beat (Smith, ISMIR 2010), chords last
 * for two beats or four; a level on whose beats nothing happens or that has onsets on every quarter of its beat is not
 * the one, nor is one whose beats all sound alike.
 */
record Tactus(int[] frames, double evidence) {

    private static final int[] GROUPS = {2, 4, 6, 8};
    private static final int FEWEST = 4;

    private static final double STRENGTH = 4.3;
    private static final double ONSET = 2.6;
    private static final double KICK = 1.2;
    private static final double HARMONY = 4.3;
    private static final double BASS = 1.75;
    private static final double BACKBEAT = 1.25;
    private static final double CHORDS = 2.1;
    private static final double QUARTERS = 1.8;
    private static final double SAMENESS = 4.4;
    private static final double SILENCE = 3;

    /** All tactus hypotheses on one lattice. */
    static Stream<Tactus> on(PulseFeatures features) {
        return Arrays.stream(GROUPS).boxed().flatMap(group -> on(features, group));
    }

    private static Stream<Tactus> on(PulseFeatures features, int group) {
        double[] chords = features.harmonyChange(group);
        double[] bass = features.bassChange(group);
        double[] longBass = features.bassChange(2 * group);
        double[] backbeat = features.backbeat();
        double shared = STRENGTH * features.lattice().strength() - SAMENESS * Math.max(0, features.repetition(group));
        return IntStream.range(0, group)
                .filter(first -> features.lattice().every(group, first).length >= FEWEST)
                .mapToObj(first -> new Tactus(
                        features.lattice().every(group, first),
                        shared
                                + ONSET * mean(features.onset(), first, group)
                                + KICK * mean(features.kick(), first, group)
                                + HARMONY * mean(chords, first, group)
                                + BASS * (mean(bass, first, group) + onBeat(longBass, first, group))
                                + BACKBEAT * alternation(backbeat, first, group, 1)
                                + CHORDS * alternation(chords, first, group, 1)
                                + CHORDS / 2 * alternation(chords, first, group, 2)
                                - QUARTERS * quarters(features.onset(), first, group)
                                - SILENCE * mean(features.silence(), first, group)));
    }

    private static double mean(double[] values, int first, int step) {
        double sum = 0;
        int count = 0;
        for (int i = first; i < values.length; i += step) {
            sum += values[i];
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double onBeat(double[] values, int first, int group) {
        return mean(values, first, group) - mean(values, (first + group / 2) % group, group);
    }

    /** Mean where the beat is divided into four, or into three; the beat itself and its middle are left out. */
    private static double quarters(double[] values, int first, int group) {
        if (group == 2) {
            return 0;
        }
        int part = group == 6 ? 2 : group / 4;
        return (mean(values, (first + part) % group, group) + mean(values, (first + group - part) % group, group)) / 2;
    }

    /** How far beats that are {@code half} a cycle apart differ, the phase of the cycle being the best one. */
    private static double alternation(double[] values, int first, int group, int half) {
        return IntStream.range(0, half)
                .mapToDouble(beat -> Math.abs(mean(values, first + beat * group, 2 * half * group)
                        - mean(values, first + (beat + half) * group, 2 * half * group)))
                .max()
                .orElse(0);
    }

    /** Beats per minute of the beats that lie a usual distance apart. */
    double tempo() {
        int[] intervals = new int[frames.length - 1];
        Arrays.setAll(intervals, i -> frames[i + 1] - frames[i]);
        int median = Arrays.stream(intervals)
                .sorted()
                .skip(intervals.length / 2)
                .findFirst()
                .orElseThrow();
        double usual = Arrays.stream(intervals)
                .filter(interval -> Math.abs(interval - median) <= 2)
                .average()
                .orElse(median);
        return TempoEstimate.period(usual);
    }
}

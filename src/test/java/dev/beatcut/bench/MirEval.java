package dev.beatcut.bench;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The measures of mir_eval.beat, as MIREX uses them. Times are in seconds and ascend. */
final class MirEval {

    private static final double TRIM = 5;
    private static final double WINDOW = 0.07;
    private static final double CONTINUITY = 0.175;

    private MirEval() {}

    /** Without the first five seconds, in which a tracker may still be settling. */
    static double[] trim(double[] beats) {
        return Arrays.stream(beats).filter(beat -> beat >= TRIM).toArray();
    }

    /** F-measure with a window of 70 ms. */
    static double f(double[] reference, double[] estimated) {
        if (reference.length == 0 || estimated.length == 0) {
            return 0;
        }
        return 2.0 * hits(reference, estimated) / (reference.length + estimated.length);
    }

    /** Size of the largest one-to-one matching: on a line with one window, taking the earliest partner is optimal. */
    private static int hits(double[] reference, double[] estimated) {
        int hits = 0;
        for (int r = 0, e = 0; r < reference.length && e < estimated.length; ) {
            double distance = estimated[e] - reference[r];
            if (Math.abs(distance) <= WINDOW) {
                hits++;
                r++;
                e++;
            } else if (distance < 0) {
                e++;
            } else {
                r++;
            }
        }
        return hits;
    }

    /** CMLt: share of beats on the annotated metrical level. */
    static double cmlt(double[] reference, double[] estimated) {
        return continuity(reference, estimated);
    }

    /** AMLt: the same, also allowing the off-beat and double and half tempo. */
    static double amlt(double[] reference, double[] estimated) {
        if (reference.length < 2) {
            return 0;
        }
        double[] doubled = IntStream.range(0, 2 * reference.length - 1)
                .mapToDouble(i -> (reference[i / 2] + reference[(i + 1) / 2]) / 2)
                .toArray();
        return IntStream.of(0, 1, 2, 3, 4)
                .mapToDouble(variation -> continuity(
                        switch (variation) {
                            case 0 -> reference;
                            case 1 -> everySecond(doubled, 1);
                            case 2 -> doubled;
                            case 3 -> everySecond(reference, 0);
                            default -> everySecond(reference, 1);
                        },
                        estimated))
                .max()
                .orElseThrow();
    }

    private static double[] everySecond(double[] beats, int first) {
        return IntStream.range(0, beats.length)
                .filter(i -> i % 2 == first)
                .mapToDouble(i -> beats[i])
                .toArray();
    }

    private static double continuity(double[] reference, double[] estimated) {
        if (reference.length < 2 || estimated.length < 2) {
            return 0;
        }
        boolean[] used = new boolean[reference.length];
        int successes = 0;
        for (int beat = 0; beat < estimated.length; beat++) {
            int nearest = nearest(reference, estimated[beat]);
            if (!used[nearest] && continues(reference, nearest, estimated, beat)) {
                used[nearest] = true;
                successes++;
            }
        }
        return (double) successes / Math.max(reference.length, estimated.length);
    }

    private static int nearest(double[] reference, double beat) {
        return IntStream.range(0, reference.length)
                .boxed()
                .min((a, b) -> Double.compare(Math.abs(reference[a] - beat), Math.abs(reference[b] - beat)))
                .orElseThrow();
    }

    private static boolean continues(double[] reference, int nearest, double[] estimated, int beat) {
        boolean forward = beat == 0 || nearest == 0;
        double annotated = forward && nearest + 1 < reference.length
                ? reference[nearest + 1] - reference[nearest]
                : reference[nearest] - reference[nearest - 1];
        double heard = forward && beat + 1 < estimated.length
                ? estimated[beat + 1] - estimated[beat]
                : estimated[beat] - estimated[beat - 1];
        double phase = Math.abs(estimated[beat] - reference[nearest]) / annotated;
        return phase < CONTINUITY && Math.abs(1 - heard / annotated) < CONTINUITY;
    }
}

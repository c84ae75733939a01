package dev.beatcut.studio.beat;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/** What sounds at the points of a lattice: one value a point, each feature standardised over the song. */
final class PulseFeatures {

    /** Deviation below which all points sound alike, and their differences are rounding. */
    private static final double ALIKE = 0.001;

    private final Lattice lattice;
    private final Harmony harmony;
    private final double[][] registers;
    private final double[] silence;

    PulseFeatures(Lattice lattice, Harmony harmony, Onsets onsets) {
        this.lattice = lattice;
        this.harmony = harmony;
        this.registers = Stream.of(onsets.envelope(), onsets.kick(), onsets.mid(), onsets.snare(), onsets.hat())
                .map(register -> Accents.standardise(Onsets.peaks(register, lattice.frames()), ALIKE))
                .toArray(double[][]::new);
        this.silence = Arrays.stream(onsets.peaks(lattice.frames()))
                .map(peak -> peak < 0 ? 1 : 0)
                .toArray();
    }

    Lattice lattice() {
        return lattice;
    }

    double[] onset() {
        return registers[0];
    }

    double[] kick() {
        return registers[1];
    }

    double[] snare() {
        return registers[3];
    }

    /** 1 at points where nothing sounds that was not there before, 0 at others. */
    double[] silence() {
        return silence;
    }

    /** How much the notes of the next {@code window} points differ from those of as many before. */
    double[] harmonyChange(int window) {
        return change(window, Harmony.SEMITONES);
    }

    /** The same of the bass alone. */
    double[] bassChange(int window) {
        return change(window, Harmony.BASS);
    }

    private double[] change(int window, int notes) {
        int[] frames = lattice.frames();
        int last = frames.length - 1;
        IntUnaryOperator end = i -> i <= last ? frames[i] : frames[last] + (frames[last] - frames[last - 1]);
        double[] change = new double[frames.length];
        double sum = 0;
        for (int i = 1; i < frames.length; i++) {
            change[i] = Harmony.distance(
                    harmony.mean(frames[Math.max(0, i - window)], frames[i]),
                    harmony.mean(frames[i], end.applyAsInt(Math.min(last + 1, i + window))),
                    notes);
            sum += change[i];
        }
        change[0] = sum / Math.max(1, last);
        return Accents.standardise(change, ALIKE);
    }

    /** Correlation, up to 1, of what sounds with what sounded {@code lag} points before. */
    double repetition(int lag) {
        double product = 0;
        double power = 1e-9;
        for (double[] register : registers) {
            for (int i = 0; i < register.length; i++) {
                power += register[i] * register[i] / register.length;
                product += i < lag ? 0 : register[i] * register[i - lag] / (register.length - lag);
            }
        }
        return product / power;
    }
}

package dev.beatcut.studio.beat;

import java.util.Arrays;
import java.util.stream.Stream;

/** What sounds at the points of a lattice: one value a point, each feature standardised over the song. */
final class PulseFeatures {

    private final Lattice lattice;
    private final Harmony harmony;
    private final double[][] registers;
    private final double[] silence;

    PulseFeatures(Lattice lattice, Harmony harmony, Onsets onsets) {
        this.lattice = lattice;
        this.harmony = harmony;
        this.registers = Stream.of(onsets.envelope(), onsets.kick(), onsets.mid(), onsets.snare(), onsets.hat())
                .map(register -> Accents.standardise(Onsets.peaks(register, lattice.frames())))
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

    /** Snare against kick: goes up and down once in two beats where there is a backbeat. */
    double[] backbeat() {
        double[] difference = new double[lattice.size()];
        Arrays.setAll(difference, i -> registers[3][i] - registers[1][i]);
        return difference;
    }

    /** 1 at points where nothing sounds that was not there before, 0 at others. */
    double[] silence() {
        return silence;
    }

    /** How much the notes of the next {@code window} points differ from those of as many before. */
    double[] harmonyChange(int window) {
        return harmony.changes(lattice.frames(), window, Harmony.SEMITONES);
    }

    /** The same of the bass alone. */
    double[] bassChange(int window) {
        return harmony.changes(lattice.frames(), window, Harmony.BASS);
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

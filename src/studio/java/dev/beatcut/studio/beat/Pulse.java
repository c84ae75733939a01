package dev.beatcut.studio.beat;

import java.util.Arrays;

/**
 * One way to tap along to a song, and what speaks for it.
 *
 * @param frames   where the beats fall
 * @param strength mean onset strength on the beats, in local standard deviations
 * @param accent   how much more the harmony moves on the beats than between them, in standard deviations
 */
record Pulse(int[] frames, double strength, double accent) {

    private static final double KICK = 0.3;
    /** Beyond this the accent says only that the beats are beats, not that there should be fewer of them. */
    private static final double CLEAR_ACCENT = 0.5;

    private static final double ACCENT_WEIGHT = 2;

    /** The best pulse near a tempo, on the beat or off it, whichever the accents favour. */
    static Pulse near(double bpm, Spectrogram spectrogram, Onsets onsets) {
        int[] all = new BarPointerModel(TempoEstimate.period(bpm)).beats(onsets.envelope());
        int[] heard = spectrogram.audible(all);
        int[] beats = heard.length > 1 ? heard : all;
        int[] halves = withMidpoints(beats);
        Accents accents = Accents.at(halves, spectrogram, onsets);
        int[] between = everySecond(halves, 1);
        double accent = contrast(accents.harmony());
        Pulse onBeat = new Pulse(beats, mean(onsets.peaks(beats)), accent);
        Pulse offBeat = new Pulse(between, mean(onsets.peaks(between)), -accent);
        boolean offBeatWins = offBeat.merit() > onBeat.merit() + 2 * KICK * contrast(accents.kick());
        return offBeatWins && between.length > 1 ? offBeat : onBeat;
    }

    private static int[] withMidpoints(int[] beats) {
        int[] halves = new int[2 * beats.length - 1];
        Arrays.setAll(halves, i -> (beats[i / 2] + beats[(i + 1) / 2]) / 2);
        return halves;
    }

    private static int[] everySecond(int[] halves, int first) {
        int[] chosen = new int[(halves.length - first + 1) / 2];
        Arrays.setAll(chosen, i -> halves[2 * i + first]);
        return chosen;
    }

    private static double contrast(double[] halves) {
        double on = 0;
        double off = 0;
        for (int i = 0; i < halves.length; i++) {
            on += i % 2 == 0 ? halves[i] : 0;
            off += i % 2 == 1 ? halves[i] : 0;
        }
        return on / Math.max(1, (halves.length + 1) / 2) - off / Math.max(1, halves.length / 2);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** Evidence for this pulse as a logarithm, to be added to that of a prior. */
    double merit() {
        return strength + ACCENT_WEIGHT * Math.clamp(accent, -CLEAR_ACCENT, CLEAR_ACCENT);
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

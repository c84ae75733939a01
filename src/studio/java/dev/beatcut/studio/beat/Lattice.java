package dev.beatcut.studio.beat;

import java.util.Arrays;

/**
 * The points at which a song's beats may lie: a quick pulse and the middles between its strokes. Every metrical level
 * is some of its points, so that levels and phases are compared on the same footing (after Klapuri, Eronen and Astola,
 * IEEE TASLP 2006, whose tatum, tactus and measure are nested in the same way).
 *
 * @param frames   where the points lie, ascending; the pulse's strokes have even indexes
 * @param strength mean onset strength on the strokes, in local standard deviations
 */
record Lattice(int[] frames, double strength) {

    /** Share of the onsets of a pulse that bends which an even one must meet to be preferred to it. */
    private static final double STEADY = 0.88;

    /** The lattice of a pulse near a tempo: evenly spaced if the song allows it, else one that follows the song. */
    static Lattice near(double bpm, Spectrogram spectrogram, Onsets onsets) {
        double period = TempoEstimate.period(bpm);
        int[] bending = heard(new BarPointerModel(period).beats(onsets.envelope()), spectrogram);
        int[] even = heard(SteadyGrid.frames(period, onsets.envelope()), spectrogram);
        int[] strokes = strength(even, onsets) >= STEADY * strength(bending, onsets) ? even : bending;
        return new Lattice(withMiddles(strokes), strength(strokes, onsets));
    }

    private static int[] heard(int[] frames, Spectrogram spectrogram) {
        int[] heard = spectrogram.audible(frames);
        return heard.length > 1 ? heard : frames;
    }

    private static double strength(int[] frames, Onsets onsets) {
        return Arrays.stream(onsets.peaks(frames)).average().orElse(0);
    }

    private static int[] withMiddles(int[] strokes) {
        int[] points = new int[Math.max(0, 2 * strokes.length - 1)];
        Arrays.setAll(points, i -> (strokes[i / 2] + strokes[(i + 1) / 2]) / 2);
        return points;
    }

    int size() {
        return frames.length;
    }

    /** Every {@code group}th point from the {@code first}. */
    int[] every(int group, int first) {
        int[] chosen = new int[Math.max(0, (size() - first + group - 1) / group)];
        Arrays.setAll(chosen, i -> frames[first + i * group]);
        return chosen;
    }
}

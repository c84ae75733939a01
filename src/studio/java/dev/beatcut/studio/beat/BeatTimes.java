package dev.beatcut.studio.beat;

import java.util.Arrays;

/** Places beats between the frames, at the top of the parabola through their onset's peak. */
final class BeatTimes {

    private static final int REACH = 2;
    /** An onset weaker than this, in local standard deviations, says nothing about where the beat is. */
    private static final double CLEAR = 1;

    private BeatTimes() {}

    static long[] ms(int[] beats, float[] envelope) {
        return Arrays.stream(beats)
                .mapToLong(beat -> Math.round(Spectrogram.MS_PER_FRAME * frame(beat, envelope)))
                .toArray();
    }

    private static double frame(int beat, float[] envelope) {
        int peak = beat;
        for (int i = Math.max(1, beat - REACH); i <= Math.min(envelope.length - 2, beat + REACH); i++) {
            peak = envelope[i] > envelope[peak] ? i : peak;
        }
        boolean inside = peak > 0 && peak < envelope.length - 1;
        return inside && envelope[peak] >= CLEAR
                ? peak + vertex(envelope[peak - 1], envelope[peak], envelope[peak + 1])
                : beat;
    }

    private static double vertex(double before, double peak, double after) {
        double curvature = before - 2 * peak + after;
        return curvature < 0 ? Math.clamp((before - after) / curvature / 2, -0.5, 0.5) : 0;
    }
}

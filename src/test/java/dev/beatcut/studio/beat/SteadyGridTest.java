package dev.beatcut.studio.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SteadyGridTest {

    @Test
    void aPeriodBetweenTheFramesIsKeptToTheEnd() {
        float[] onsets = new float[6_000];
        for (double at = 17.4; at < onsets.length; at += 42.857) {
            onsets[(int) Math.round(at)] = 4;
        }

        int[] frames = SteadyGrid.frames(42, onsets);

        assertThat(frames).hasSize(140);
        assertThat(onsets).satisfies(heard -> {
            for (int frame : frames) {
                assertThat(Onsets.peaks(heard, new int[] {frame})[0]).isEqualTo(4);
            }
        });
    }

    @Test
    void theGridDoesNotSlipOntoTheOffBeatWhereTheDrumsPause() {
        float[] onsets = new float[6_000];
        for (int at = 20; at < onsets.length; at += 50) {
            boolean pause = at > 2_500 && at < 3_500;
            onsets[at] = pause ? 0 : 3;
            onsets[Math.min(onsets.length - 1, at + 25)] = pause ? 4 : 0;
        }

        assertThat(Arrays.stream(SteadyGrid.frames(50.5, onsets))).allMatch(frame -> Math.abs(frame % 50 - 20) <= 2);
    }
}

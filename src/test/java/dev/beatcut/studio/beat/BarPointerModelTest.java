package dev.beatcut.studio.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BarPointerModelTest {

    @Test
    void beatsFallWhereTheRewardsAre() {
        assertThat(new BarPointerModel(50).beats(rewards(400, 20, 70, 120, 170, 220, 270, 320, 370)))
                .containsExactly(20, 70, 120, 170, 220, 270, 320, 370);
    }

    @Test
    void aMissingOnsetIsBridged() {
        assertThat(new BarPointerModel(50).beats(rewards(330, 20, 70, 120, 220, 270, 320)))
                .hasSize(7)
                .contains(120, 220);
    }

    @Test
    void anOnsetBetweenTheBeatsIsPassedBy() {
        assertThat(new BarPointerModel(50).beats(rewards(330, 20, 70, 120, 143, 170, 220, 270, 320)))
                .containsExactly(20, 70, 120, 170, 220, 270, 320);
    }

    @Test
    void theTempoMayDriftButNotLeap() {
        assertThat(new BarPointerModel(50).beats(rewards(330, 20, 68, 118, 170, 224, 276, 326)))
                .containsExactly(20, 68, 118, 170, 224, 276, 326);
    }

    @Test
    void aSongShorterThanABeatHasOneAtItsBestFrame() {
        assertThat(new BarPointerModel(100).beats(rewards(40, 25))).containsExactly(25);
    }

    private static float[] rewards(int frames, int... onsets) {
        float[] rewards = new float[frames];
        Arrays.fill(rewards, -0.3f);
        for (int onset : onsets) {
            rewards[onset] = 4;
        }
        return rewards;
    }
}

package dev.beatcut.studio.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeatGridTest {

    @Test
    void downbeatsAreTheBeatsAtPositionOne() {
        BeatGrid grid = grid(List.of(new Beat(0, 4), new Beat(500, 1), new Beat(1_000, 2), new Beat(1_500, 1)));

        assertThat(grid.downbeatIndexes()).containsExactly(1, 3);
        assertThat(grid.beatTimesMs()).containsExactly(0L, 500L, 1_000L, 1_500L);
        assertThat(grid.isEmpty()).isFalse();
    }

    @Test
    void aGridKeepsItsOwnCopyOfTheBeats() {
        List<Beat> beats = new ArrayList<>(List.of(new Beat(0, 1)));
        BeatGrid grid = grid(beats);
        beats.clear();

        assertThat(grid.beats()).hasSize(1);
        assertThatThrownBy(() -> grid.beats().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void impossibleValuesAreRefusedByName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Beat(-1, 1)).withMessageContaining("-1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Beat(0, 0)).withMessageContaining("0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Drop(0, 1.5)).withMessageContaining("1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Section(5, 5, 0, "low"))
                .withMessageContaining("5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TempoCandidate(0, 0))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TempoCandidate(60, Double.NaN))
                .withMessageContaining("NaN");
    }

    private static BeatGrid grid(List<Beat> beats) {
        return new BeatGrid(120, List.of(), 4, beats, List.of(), List.of(), 2_000);
    }
}

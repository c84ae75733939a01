package dev.beatcut.studio.footage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MotionPeaksTest {

    /** Motion of 0.1 a second, and four times that at 3 s, over a third of a second. */
    private static double surge(double seconds) {
        return 0.1 + 0.3 * Math.exp(-Math.pow((seconds - 3) / 0.17, 2));
    }

    private static List<Peak> peaks(int fps, int frames, IntToDoubleFunction change, Long... cuts) {
        long[] times = new long[frames];
        var sights = new ArrayList<Sight>();
        for (int i = 0; i < frames; i++) {
            times[i] = Math.round(i * 1000.0 / fps);
            sights.add(new Sight((float) change.applyAsDouble(i), 0, 1, 0.5f, 0.2f, 0.3f, Stir.NONE));
        }
        return new MotionPeaks(times, sights).of(Arrays.asList(cuts), Math.round(frames * 1000.0 / fps));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 12, 24, 30, 60})
    void a_surge_of_motion_is_a_peak_at_its_height_at_any_frame_rate(int fps) {
        var found = peaks(fps, 6 * fps, i -> surge((double) i / fps) / fps);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().ms()).isBetween(2900L, 3100L);
        assertThat(found.getFirst().strength()).isGreaterThan(0.7);
    }

    @Test
    void steady_motion_and_stillness_have_no_peak() {
        assertThat(peaks(30, 180, i -> 0.01)).isEmpty();
        assertThat(peaks(30, 180, i -> 0)).isEmpty();
    }

    @Test
    void a_flash_or_a_new_key_frame_is_no_motion() {
        assertThat(peaks(30, 180, i -> i == 90 ? 0.3 : 0.003)).isEmpty();
    }

    @Test
    void frames_shown_several_times_are_one() {
        var found = peaks(60, 360, i -> i % 5 == 0 ? surge(i / 60.0) / 12 : 0);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().ms()).isBetween(2850L, 3150L);
    }

    @Test
    void a_cut_is_no_motion() {
        assertThat(peaks(30, 180, i -> i == 90 || i == 91 ? 0.4 : 0.003, 3000L)).isEmpty();
    }
}

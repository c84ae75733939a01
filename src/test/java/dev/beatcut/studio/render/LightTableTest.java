package dev.beatcut.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatcut.studio.ffmpeg.Pixels.Light;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LightTableTest {

    /** Values of PQ for 10, 203 and 1000 cd/m2 (ITU-R BT.2408, table 1 and ST 2084). */
    private static final double TEN = 0.3023;

    private static final double WHITE = 0.5806;
    private static final double PEAK = 0.7518;

    private static double grey(Light light, double value) {
        return LightTable.shown(light, value, value, value)[0];
    }

    @Test
    void shadows_stay_diffuse_white_is_nearly_white_and_highlights_keep_some_shape() {
        assertThat(grey(Light.PQ, TEN)).isCloseTo(Math.pow(10 / 203.0, 1 / 2.2), within(0.005));
        assertThat(grey(Light.PQ, WHITE)).isBetween(0.82, 0.93);
        assertThat(grey(Light.PQ, 0.67)).isBetween(0.93, 0.99);
        assertThat(grey(Light.PQ, PEAK)).isCloseTo(1, within(0.002));
        assertThat(grey(Light.HLG, 0.75)).as("reference white of HLG").isBetween(0.82, 0.93);
        assertThat(grey(Light.HLG, 1)).isCloseTo(1, within(0.002));
    }

    @ParameterizedTest
    @EnumSource(
            value = Light.class,
            names = {"PQ", "HLG"})
    void greys_stay_grey_and_never_turn_back(Light light) {
        double before = -1;
        for (double value = 0; value <= 1; value += 0.01) {
            var shown = LightTable.shown(light, value, value, value);
            assertThat(shown[0]).isGreaterThanOrEqualTo(before).isBetween(0.0, 1.0);
            assertThat(shown[1]).isCloseTo(shown[0], within(0.01));
            assertThat(shown[2]).isCloseTo(shown[0], within(0.01));
            before = shown[0];
        }
    }

    @Test
    void a_red_that_both_can_show_stays_as_red_as_it_was() {
        // red of BT.709 at 60 cd/m2 in BT.2020: 0.6274, 0.0691, 0.0164 of its light
        var shown = LightTable.shown(Light.PQ, pq(60 * 0.6274), pq(60 * 0.0691), pq(60 * 0.0164));

        assertThat(shown[0]).isCloseTo(Math.pow(60 / 203.0, 1 / 2.2), within(0.02));
        assertThat(shown[1]).isLessThan(0.06);
        assertThat(shown[2]).isLessThan(0.06);
    }

    private static double pq(double light) {
        double power = Math.pow(light / 10_000, 2610 / 16384.0);
        return Math.pow((3424 / 4096.0 + 2413 / 128.0 * power) / (1 + 2392 / 128.0 * power), 2523 / 32.0);
    }

    @Test
    void the_table_has_all_its_lines() {
        assertThat(LightTable.cube(Light.HLG).lines()).hasSize(1 + 33 * 33 * 33);
    }
}

package dev.beatcut.studio.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.studio.beat.BeatGrid;
import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PainterTest {

    private static final int WIDTH = 108;
    private static final int HEIGHT = 192;

    private static final Hearing SONG = Hearing.of(Sounds.beating(8, 0.5, false), Sounds.grid(8, 0.5));

    @ParameterizedTest
    @EnumSource(Style.class)
    void a_kick_brightens_the_picture(Style style) {
        double before = brightness(SONG, style, 6.98);
        double after = brightness(SONG, style, 7.05);

        assertThat(after).isGreaterThan(before * 1.02);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void a_drop_is_brighter_than_the_break_before_it(Style style) {
        assertThat(brightness(SONG, style, 4.1)).isGreaterThan(1.2 * brightness(SONG, style, 3.4));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void the_same_song_gives_the_same_frames_bit_by_bit(Style style) {
        var again = Hearing.of(Sounds.beating(8, 0.5, false), Sounds.grid(8, 0.5));
        var painter = new Painter(again, 7, WIDTH, HEIGHT);
        painter.paint(new Look(style, 1), 1.7, new byte[painter.bytes()]);
        var frame = new byte[painter.bytes()];
        painter.paint(new Look(style, 0), 5.3, frame);

        assertThat(frame).isEqualTo(frame(SONG, new Look(style, 0), 5.3));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void nothing_flashes_more_than_three_times_a_second(Look look) {
        var restless = Sounds.joined(
                Sounds.beating(2, 0.1, true), Sounds.beating(2, 0.19, true), Sounds.beating(2, 0.13, false));
        var song = Hearing.of(restless, Sounds.grid(6, 0.19));
        var painter = new Painter(song, 3, 72, 128);
        var frame = new byte[painter.bytes()];
        var meter = new FlashMeter(72, 128, 30, 180);
        for (int n = 0; n < 180; n++) {
            painter.paint(look, n / 30.0, frame);
            meter.see(frame);
        }

        assertThat(meter.worst()).isLessThan(0.03);
    }

    static Iterable<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void silence_and_a_song_without_beats_have_moving_pictures_too(Style style) {
        var silent = Hearing.of(Sounds.silence(4), BeatGrid.empty(4000));
        var look = new Look(style, 0);

        assertThat(frame(silent, look, 1)).isNotEqualTo(frame(silent, look, 3));
        assertThat(brightness(silent, style, 2)).isBetween(16.0, 120.0);
        assertThat(frame(Hearing.of(new float[0], BeatGrid.empty(0)), look, 2)).isNotEmpty();
    }

    @Test
    void every_look_is_another_picture() {
        var seen = new HashSet<Integer>();
        Look.all().forEach(look -> seen.add(Arrays.hashCode(frame(SONG, look, 5))));

        assertThat(seen).hasSize(Look.all().size()).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void every_shape_and_odd_sized_haze_fits() {
        for (int[] size : new int[][] {{192, 108}, {108, 108}, {270, 480}, {854, 480}, {16, 16}, {66, 34}}) {
            var painter = new Painter(SONG, 7, size[0], size[1]);
            var frame = new byte[painter.bytes()];
            for (var look : Look.all()) {
                painter.paint(look, 6, frame);
            }
            assertThat(frame).hasSize(size[0] * size[1] * 3 / 2);
        }
    }

    @Test
    void a_size_that_no_film_has_is_refused_with_what_is_accepted() {
        assertThatThrownBy(() -> new Painter(SONG, 7, 101, 100))
                .hasMessageContaining("even")
                .hasMessageContaining("101");
        assertThatThrownBy(() -> new Painter(SONG, 7, 0, 100)).hasMessageContaining("16");
    }

    @Test
    void the_air_has_no_bands() {
        var frame = frame(SONG, new Look(Style.SILK, 0), 1.0);
        int flat = 0;
        for (int i = 3; i < WIDTH * HEIGHT; i++) {
            flat += frame[i] == frame[i - 1] && frame[i] == frame[i - 2] && frame[i] == frame[i - 3] ? 1 : 0;
        }

        assertThat((double) flat / (WIDTH * HEIGHT)).isLessThan(0.25);
    }

    private static byte[] frame(Hearing song, Look look, double seconds) {
        var painter = new Painter(song, 7, WIDTH, HEIGHT);
        var frame = new byte[painter.bytes()];
        painter.paint(look, seconds, frame);
        return frame;
    }

    /** Mean of the luma plane. */
    private static double brightness(Hearing song, Style style, double seconds) {
        var frame = frame(song, new Look(style, 0), seconds);
        double sum = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            sum += frame[i] & 255;
        }
        return sum / (WIDTH * HEIGHT);
    }
}

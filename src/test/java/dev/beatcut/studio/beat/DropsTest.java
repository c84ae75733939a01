package dev.beatcut.studio.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropsTest {

    @ParameterizedTest
    @ValueSource(doubles = {100, 174})
    void kick_and_bass_that_come_back_after_a_break_and_a_build_are_a_drop(double bpm) {
        assertDrop(ClubTrack.dropping(bpm, 12, 20, 36), 20);
    }

    @Test
    void a_moment_of_silence_before_it_makes_it_no_less_a_drop() {
        var track = new ClubTrack(128, 34)
                .groove(0, 8)
                .chords(8, 15, 1)
                .riser(11, 15)
                .groove(16, 34);

        assertDrop(track, 16);
    }

    @Test
    void a_drop_into_half_time_is_one() {
        var track = new ClubTrack(140, 40)
                .groove(0, 12)
                .chords(12, 20, 1)
                .riser(16, 20)
                .halfTime(20, 40);

        assertDrop(track, 20);
    }

    @Test
    void a_song_that_opens_with_a_build_drops_too() {
        var track = new ClubTrack(128, 24).chords(0, 8, 1).riser(2, 8).groove(8, 24);

        assertDrop(track, 8);
    }

    @Test
    void a_pick_up_before_the_drop_does_not_hide_it() {
        var track = ClubTrack.dropping(128, 8, 16, 32);
        track.kick(track.at(15.875), 1);

        assertDrop(track, 16);
    }

    @Test
    void two_drops_are_two() {
        var track = new ClubTrack(128, 48)
                .chords(0, 48, 1)
                .riser(4, 8)
                .groove(8, 20)
                .riser(24, 28)
                .groove(28, 48);

        var drops = track.heard().drops();

        assertThat(drops).hasSize(2);
        assertThat(drops.get(0).ms()).isCloseTo(track.ms(8), within(20L));
        assertThat(drops.get(1).ms()).isCloseTo(track.ms(28), within(20L));
    }

    @Test
    void the_deeper_the_break_the_stronger_the_drop() {
        var empty = new ClubTrack(128, 32)
                .groove(0, 8)
                .chords(8, 16, 1)
                .groove(16, 32)
                .heard();
        var thin = new ClubTrack(128, 32)
                .groove(0, 8)
                .groove(8, 16, 0.2)
                .groove(16, 32)
                .heard();

        assertThat(empty.drops().getFirst().strength())
                .isGreaterThan(thin.drops().getFirst().strength() + 0.1);
    }

    @Test
    void a_drop_is_exact_though_the_beats_are_not() {
        var track = ClubTrack.dropping(128, 8, 16, 32);
        var spectrogram = new Spectrogram(track.samples());
        var onsets = Onsets.of(spectrogram);
        var wrong = List.of(new Beat(100, 1), new Beat(1_500, 2), new Beat(14_000, 1), new Beat(29_900, 2));

        var form = Form.of(spectrogram, onsets, wrong, 60_000);

        assertThat(form.drops()).singleElement().satisfies(drop -> assertThat(drop.ms())
                .isCloseTo(track.ms(16), within(10L)));
        assertThat(form.sections()).anySatisfy(section -> {
            assertThat(section.label()).isEqualTo("drop");
            assertThat(section.fromMs()).isEqualTo(form.drops().getFirst().ms());
        });
    }

    @Test
    void an_intro_that_fades_in_is_no_drop() {
        assertThat(new ClubTrack(120, 32).groove(0, 32).fadeIn(12).heard().drops())
                .isEmpty();
    }

    @Test
    void a_band_that_comes_in_after_an_intro_is_no_drop() {
        assertThat(new ClubTrack(120, 32).chords(0, 8, 1).groove(8, 32).heard().drops())
                .isEmpty();
    }

    @Test
    void a_chorus_that_is_louder_than_its_verse_is_no_drop() {
        assertThat(new ClubTrack(110, 40)
                        .verse(0, 8)
                        .groove(8, 16)
                        .verse(16, 24)
                        .groove(24, 40)
                        .heard()
                        .drops())
                .isEmpty();
    }

    @Test
    void a_fill_without_kick_and_bass_is_no_drop() {
        assertThat(new ClubTrack(128, 32)
                        .groove(0, 14)
                        .chords(14, 16, 1)
                        .riser(14, 16)
                        .groove(16, 32)
                        .heard()
                        .drops())
                .isEmpty();
    }

    @Test
    void a_steady_track_has_none() {
        assertThat(new ClubTrack(124, 32).groove(0, 32).heard().drops()).isEmpty();
        assertThat(new ClubTrack(70, 18).halfTime(0, 18).heard().drops()).isEmpty();
    }

    @Test
    void a_break_that_nothing_follows_has_none() {
        assertThat(new ClubTrack(124, 32)
                        .groove(0, 20)
                        .chords(20, 32, 1)
                        .heard()
                        .drops())
                .isEmpty();
    }

    @Test
    void a_bass_that_swells_back_is_no_drop() {
        var track = new ClubTrack(120, 36).groove(0, 8);
        for (int bar = 8; bar < 20; bar++) {
            track.groove(bar, bar + 1, Math.pow(10, -2 + (bar - 8) / 6.0));
        }

        assertThat(track.groove(20, 36).heard().drops()).isEmpty();
    }

    private static void assertDrop(ClubTrack track, int bar) {
        assertThat(track.heard().drops()).singleElement().satisfies(drop -> assertThat(drop.ms())
                .isCloseTo(track.ms(bar), within(20L)));
    }
}

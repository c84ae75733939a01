package dev.beatcut.studio.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HighlightTest {

    /** 96 bars of 2 s from 0: a drop after four bars of build in bar 32, and a fuller last chorus without one. */
    private static final BeatGrid WITH_DROP = song(
            List.of(new Drop(64_000, 0.8)),
            part(0, 16, 0.5, "intro"),
            part(16, 24, 0.9, "high"),
            part(24, 28, 0.3, "break"),
            part(28, 32, 0.6, "build"),
            part(32, 48, 0.95, "drop"),
            part(48, 64, 0.6, "low"),
            part(64, 88, 1, "high"),
            part(88, 96, 0.4, "outro"));

    private static final BeatGrid WITH_CHORUS = song(
            List.of(),
            part(0, 16, 0.5, "intro"),
            part(16, 32, 0.7, "low"),
            part(32, 48, 1, "high"),
            part(48, 64, 0.7, "low"),
            part(64, 80, 1, "high"),
            part(80, 96, 0.5, "outro"));

    @Test
    void half_a_minute_begins_with_the_build_and_holds_the_drop() {
        assertThat(WITH_DROP.highlight(30_000)).isEqualTo(new Highlight(56_000, 86_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {8_000, 10_000, 15_000, 20_000, 30_000, 45_000, 60_000})
    void the_drop_comes_early_with_a_lead_and_most_of_the_film_after_it(long length) {
        var best = WITH_DROP.highlight(length);
        long lead = 64_000 - best.fromMs();

        assertThat(lead).isBetween(2_000L, 16_000L);
        assertThat(lead).isLessThanOrEqualTo(best.lengthMs() / 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {5_000, 9_999, 15_000, 21_000, 30_000, 60_000})
    void it_is_not_longer_than_wanted_and_less_than_a_bar_shorter_from_bar_line_to_bar_line(long length) {
        for (var grid : List.of(WITH_DROP, WITH_CHORUS)) {
            var best = grid.highlight(length);

            assertThat(best.lengthMs()).isLessThanOrEqualTo(length).isGreaterThan(length - 2_000);
            assertThat(best.fromMs() % 2_000).isZero();
            assertThat(best.toMs() % 2_000).isZero();
        }
    }

    @Test
    void without_a_drop_it_is_the_first_chorus_from_its_start() {
        assertThat(WITH_CHORUS.highlight(30_000)).isEqualTo(new Highlight(64_000, 94_000));
        assertThat(WITH_CHORUS.highlight(10_000).fromMs()).isEqualTo(64_000);
    }

    @Test
    void a_phrase_of_four_bars_is_a_better_start_than_the_middle_of_one() {
        var longChorus = song(List.of(), part(0, 3, 0.2, "intro"), part(3, 90, 1, "high"), part(90, 96, 0.2, "outro"));

        assertThat((longChorus.highlight(30_000).fromMs() / 2_000 - 3) % 4).isZero();
    }

    @Test
    void of_no_length_in_particular_it_is_of_whole_phrases_and_ends_with_one() {
        var best = WITH_DROP.highlight();

        assertThat(best.fromMs()).isLessThan(64_000);
        assertThat(best.lengthMs()).isBetween(15_000L, 45_000L);
        assertThat(best.toMs() / 2_000 % 8).isZero();
        assertThat(WITH_CHORUS.highlight()).isEqualTo(new Highlight(64_000, 96_000));
    }

    @Test
    void a_song_no_longer_than_wanted_is_its_own_highlight() {
        assertThat(WITH_CHORUS.highlight(192_000)).isEqualTo(new Highlight(0, 192_000));
        assertThat(WITH_CHORUS.highlight(500_000)).isEqualTo(new Highlight(0, 192_000));
    }

    @Test
    void a_song_without_bars_begins_at_its_start() {
        assertThat(BeatGrid.empty(20_000).highlight(8_000)).isEqualTo(new Highlight(0, 8_000));
        assertThat(BeatGrid.empty(20_000).highlight()).isEqualTo(new Highlight(0, 20_000));
        assertThat(BeatGrid.empty(0).highlight(8_000)).isEqualTo(new Highlight(0, 1));
    }

    @Test
    void after_a_correction_it_lies_on_the_new_bar_lines() {
        var grid = WITH_DROP.corrected(Correction.shift(35)).corrected(Correction.tempo(1, 2));

        assertThat(grid.highlight(30_000).fromMs()).isIn(56_035L, 60_035L);
    }

    @Test
    void it_is_found_in_what_is_heard() {
        var track = new ClubTrack(128, 48)
                .chords(0, 8, 1)
                .verse(8, 16)
                .chords(16, 24, 1)
                .riser(20, 24)
                .groove(24, 40)
                .verse(40, 48);
        var grid = track.heard();
        var best = grid.highlight(20_000);

        assertThat(best.fromMs()).isBetween(track.ms(20) - 50, track.ms(23) + 50);
        assertThat(grid.beats()).contains(new Beat(best.fromMs(), 1), new Beat(best.toMs(), 1));
    }

    @Test
    void a_highlight_runs_forward() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Highlight(5, 5))
                .withMessageContaining("5");
    }

    private static Section part(int from, int to, double energy, String label) {
        return new Section(from * 2_000L, to * 2_000L, energy, label);
    }

    private static BeatGrid song(List<Drop> drops, Section... sections) {
        var beats = IntStream.range(0, 384)
                .mapToObj(beat -> new Beat(beat * 500L, beat % 4 + 1))
                .toList();
        return new BeatGrid(120, List.of(), 4, beats, List.of(sections), drops, 192_000);
    }
}

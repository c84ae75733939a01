package dev.beatcut.studio.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SectionsTest {

    @Test
    void verses_are_low_and_choruses_high_between_intro_and_outro() {
        var track = new ClubTrack(110, 48)
                .chords(0, 8, 0.6)
                .verse(8, 16)
                .groove(16, 24)
                .verse(24, 32)
                .groove(32, 40)
                .chords(40, 48, 0.6);
        var sections = track.heard().sections();

        assertThat(sections).extracting(Section::label).containsExactly("intro", "low", "high", "low", "high", "outro");
        assertStarts(sections, track, 0, 8, 16, 24, 32, 40);
    }

    @Test
    void a_break_and_a_build_lead_to_the_drop_which_has_the_most_energy() {
        var sections = ClubTrack.dropping(128, 12, 24, 40).heard().sections();

        assertThat(sections).extracting(Section::label).containsExactly("high", "break", "build", "drop");
        assertThat(sections.getLast().energy()).isEqualTo(1);
        assertThat(sections.get(1).energy()).isLessThan(0.5);
        assertThat(sections.get(2).energy()).isBetween(sections.get(1).energy(), 0.9);
        assertThat(sections.getFirst().energy()).isGreaterThan(0.9);
    }

    @Test
    void a_break_that_the_beat_comes_back_from_in_no_hurry_is_a_break_all_the_same() {
        var track = new ClubTrack(120, 40)
                .groove(0, 12)
                .chords(12, 20, 1)
                .verse(20, 28)
                .groove(28, 40);

        assertThat(track.heard().sections())
                .filteredOn(section -> Math.abs(section.fromMs() - track.ms(12)) < 100)
                .extracting(Section::label)
                .containsExactly("break");
    }

    @Test
    void a_steady_song_is_one_section_with_all_its_energy() {
        assertThat(new ClubTrack(124, 32).groove(0, 32).heard().sections())
                .singleElement()
                .satisfies(section -> {
                    assertThat(section.label()).isEqualTo("high");
                    assertThat(section.energy()).isEqualTo(1);
                });
    }

    @Test
    void a_fill_of_one_bar_parts_nothing() {
        var track = new ClubTrack(124, 32).groove(0, 15).chords(15, 16, 1).groove(16, 32);

        assertThat(track.heard().sections()).hasSize(1);
    }

    @Test
    void sections_follow_one_another_to_the_end_of_the_song() {
        var grid = ClubTrack.dropping(128, 12, 24, 40).heard();

        for (int i = 1; i < grid.sections().size(); i++) {
            assertThat(grid.sections().get(i).fromMs())
                    .isEqualTo(grid.sections().get(i - 1).toMs());
        }
        assertThat(grid.sections().getLast().toMs()).isEqualTo(grid.durationMs());
    }

    /** Within half a beat, which the beats themselves may be off. */
    private static void assertStarts(List<Section> sections, ClubTrack track, int... bars) {
        for (int i = 0; i < bars.length; i++) {
            assertThat(sections.get(i).fromMs()).isCloseTo(track.ms(bars[i]), within(280L));
        }
    }
}

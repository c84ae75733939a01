package dev.beatcut.studio.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorrectionTest {

    /** 40 beats at 100 a minute from 1 s, in four; the third is the first downbeat; the last one at 24.4 s of 25 s. */
    private static final BeatGrid HEARD = heard(100, 4, 40, 1_000, 25_000);

    @Test
    void double_the_tempo_puts_a_beat_between_any_two_and_keeps_the_bars() {
        var grid = HEARD.corrected(Correction.tempo(2, 1));

        assertThat(grid.tempo()).isEqualTo(200);
        assertThat(grid.metre()).isEqualTo(4);
        assertThat(grid.beatTimesMs())
                .startsWith(1_000L, 1_300L, 1_600L, 1_900L)
                .endsWith(24_400L, 24_700L);
        assertThat(grid.beats()).hasSize(80);
        assertThat(downbeats(grid)).startsWith(1_000L, 2_200L, 3_400L).containsAll(downbeats(HEARD));
    }

    @Test
    void half_the_tempo_keeps_every_other_beat_and_the_downbeats_among_them() {
        var grid = HEARD.corrected(Correction.tempo(1, 2));

        assertThat(grid.tempo()).isEqualTo(50);
        assertThat(grid.beatTimesMs()).startsWith(1_000L, 2_200L, 3_400L);
        assertThat(downbeats(grid)).startsWith(2_200L, 7_000L, 11_800L);
        assertThat(downbeats(HEARD)).containsAll(downbeats(grid));
    }

    @Test
    void three_for_two_keeps_the_bars_as_bars_of_three() {
        var grid = HEARD.corrected(Correction.tempo(3, 2));

        assertThat(grid.tempo()).isEqualTo(150);
        assertThat(grid.metre()).isEqualTo(3);
        assertThat(gaps(grid)).containsOnly(400L);
        assertThat(downbeats(grid)).startsWith(1_000L, 2_200L).containsAll(downbeats(HEARD));
    }

    @Test
    void two_for_three_keeps_the_bars_of_a_waltz_as_pairs() {
        var waltz = heard(150, 3, 60, 1_000, 26_000);
        var grid = waltz.corrected(Correction.tempo(2, 3));

        assertThat(grid.tempo()).isEqualTo(100);
        assertThat(grid.metre()).isEqualTo(4);
        assertThat(gaps(grid)).containsOnly(600L);
        assertThat(downbeats(waltz)).containsAll(downbeats(grid));
    }

    @Test
    void three_for_one_is_a_waltz_of_which_only_the_bars_were_heard() {
        var grid = heard(50, 4, 20, 1_000, 26_000).corrected(Correction.tempo(3, 1));

        assertThat(grid.metre()).isEqualTo(3);
        assertThat(gaps(grid)).containsOnly(400L);
        assertThat(downbeats(grid)).startsWith(1_000L, 2_200L, 3_400L);
    }

    @Test
    void one_for_three_keeps_every_third_beat() {
        var grid = heard(180, 3, 60, 1_000, 26_000).corrected(Correction.tempo(1, 3));

        assertThat(grid.tempo()).isEqualTo(60);
        assertThat(gaps(grid)).containsOnly(1_000L);
    }

    @Test
    void half_of_double_is_what_was_heard() {
        assertThat(HEARD.corrected(Correction.tempo(2, 1)).corrected(Correction.tempo(1, 2)))
                .isEqualTo(HEARD);
        assertThat(HEARD.corrected(Correction.tempo(1, 2)).corrected(Correction.tempo(2, 1)))
                .isEqualTo(HEARD);
    }

    @Test
    void beats_follow_a_tempo_that_drifts() {
        var beats = List.of(new Beat(0, 1), new Beat(500, 2), new Beat(1_100, 3), new Beat(1_800, 4));
        var grid = new BeatGrid(100, List.of(), 4, beats, List.of(), List.of(), 2_000);

        assertThat(grid.corrected(Correction.tempo(2, 1)).beatTimesMs())
                .containsExactly(0L, 250L, 500L, 800L, 1_100L, 1_450L, 1_800L);
    }

    @Test
    void a_shift_moves_beats_sections_and_drops_and_no_bar() {
        var grid = HEARD.corrected(Correction.shift(20));

        assertThat(grid.beatTimesMs())
                .isEqualTo(HEARD.beatTimesMs().stream().map(ms -> ms + 20).toList());
        assertThat(grid.downbeatIndexes()).isEqualTo(HEARD.downbeatIndexes());
        assertThat(grid.drops()).containsExactly(new Drop(11_820, 0.9));
        assertThat(grid.sections())
                .containsExactly(new Section(2_220, 11_820, 0.5, "low"), new Section(11_820, 25_000, 1, "drop"));
        assertThat(grid.tempo()).isEqualTo(100);
        assertThat(grid.alternatives()).isEqualTo(HEARD.alternatives());
        assertThat(grid.correction().offsetMs()).isEqualTo(20);
    }

    @Test
    void shifts_add_up_and_cancel() {
        var grid = HEARD.corrected(Correction.shift(20)).corrected(Correction.shift(-50));

        assertThat(grid.beats().getFirst().ms()).isEqualTo(970);
        assertThat(grid.corrected(Correction.shift(30))).isEqualTo(HEARD);
    }

    @Test
    void a_beat_that_is_shifted_out_of_the_song_is_none() {
        assertThat(HEARD.corrected(Correction.shift(-1_500)).beatTimesMs()).startsWith(100L);
        assertThat(HEARD.corrected(Correction.shift(1_500)).beatTimesMs()).endsWith(24_700L);
        assertThat(HEARD.corrected(Correction.shift(-10_000))
                        .sections()
                        .getFirst()
                        .fromMs())
                .isZero();
    }

    @Test
    void the_beat_nearest_to_a_tap_opens_a_bar_and_the_others_follow() {
        var grid = HEARD.corrected(Correction.downbeat(3_150));

        assertThat(grid.beatTimesMs()).isEqualTo(HEARD.beatTimesMs());
        assertThat(downbeats(grid)).startsWith(1_000L, 3_400L, 5_800L);
        assertThat(grid.beats().getFirst().position()).isEqualTo(1);
    }

    @Test
    void a_tap_after_a_shift_is_meant_where_the_beats_are_now() {
        var grid = HEARD.corrected(Correction.shift(500)).corrected(Correction.downbeat(3_320));

        assertThat(downbeats(grid)).startsWith(3_300L);
        assertThat(grid.corrected(Correction.shift(-500)).beats().get(3)).isEqualTo(new Beat(2_800, 1));
    }

    @Test
    void the_last_tap_counts_and_stays_when_the_tempo_changes() {
        var grid = HEARD.corrected(Correction.downbeat(3_400))
                .corrected(Correction.downbeat(2_800))
                .corrected(Correction.tempo(1, 2));

        assertThat(downbeats(grid)).startsWith(2_800L, 7_600L);
    }

    @Test
    void another_metre_counts_from_the_drop() {
        var grid = HEARD.corrected(Correction.metre(3));

        assertThat(grid.metre()).isEqualTo(3);
        assertThat(downbeats(grid)).contains(11_800L, 13_600L, 10_000L);
    }

    @Test
    void half_the_tempo_keeps_the_drop_on_a_downbeat() {
        var grid = HEARD.corrected(Correction.tempo(1, 4));

        assertThat(downbeats(grid)).contains(11_800L);
    }

    @Test
    void sections_keep_to_the_new_bar_lines_without_a_gap() {
        var grid = HEARD.corrected(Correction.downbeat(3_400)).corrected(Correction.shift(40));

        assertThat(downbeats(grid))
                .containsAll(grid.sections().stream().map(Section::fromMs).toList());
        assertThat(grid.sections()).hasSize(2);
        assertThat(grid.sections().get(1).fromMs())
                .isEqualTo(grid.sections().get(0).toMs());
        assertThat(grid.sections().get(1).toMs()).isEqualTo(25_000);
        assertThat(grid.drops()).hasSize(1);
    }

    @Test
    void a_section_shorter_than_a_new_bar_goes_into_its_neighbour() {
        var sections = List.of(
                new Section(2_200, 4_600, 0.4, "intro"),
                new Section(4_600, 7_000, 0.5, "build"),
                new Section(7_000, 25_000, 1, "high"));
        var grid = new BeatGrid(100, List.of(), 4, HEARD.beats(), sections, List.of(), 25_000)
                .corrected(Correction.tempo(1, 8));

        assertThat(grid.sections()).hasSizeBetween(1, 2);
        assertThat(grid.sections().getLast().toMs()).isEqualTo(25_000);
    }

    @Test
    void nothing_takes_all_corrections_back() {
        var grid = HEARD.corrected(Correction.tempo(2, 1))
                .corrected(Correction.downbeat(3_400))
                .corrected(Correction.shift(20));

        assertThat(grid.corrected(Correction.NONE)).isEqualTo(HEARD);
    }

    @Test
    void what_was_heard_stays_beside_the_new_tempo_with_the_confidence_it_had() {
        var grid = HEARD.corrected(Correction.tempo(2, 1));

        assertThat(grid.alternatives()).extracting(TempoCandidate::tempo).containsExactly(100.0, 50.0, 400.0);
        assertThat(grid.alternatives().getFirst().confidence()).isCloseTo(0.6, within(1e-9));
        assertThat(grid.alternatives().getLast().confidence()).isZero();
    }

    @Test
    void a_correction_outlives_a_new_analysis() {
        var kept = HEARD.corrected(Correction.tempo(2, 1))
                .corrected(Correction.shift(-15))
                .correction();
        var again = heard(101, 4, 41, 990, 25_000);

        assertThat(again.corrected(kept).tempo()).isEqualTo(202);
        assertThat(again.corrected(kept).beats().getFirst().ms()).isEqualTo(975);
    }

    @Test
    void a_song_without_a_beat_stays_without() {
        assertThat(BeatGrid.empty(3_000).corrected(Correction.tempo(2, 1))).isEqualTo(BeatGrid.empty(3_000));
        assertThat(BeatGrid.empty(3_000).accepts(Correction.shift(5))).isFalse();
    }

    @Test
    void one_lonely_beat_is_divided_by_the_tempo() {
        var one = new BeatGrid(60, List.of(), 4, List.of(new Beat(500, 1)), List.of(), List.of(), 2_000);

        assertThat(one.corrected(Correction.tempo(2, 1)).beatTimesMs()).containsExactly(500L, 1_000L);
    }

    @Test
    void nobody_taps_at_a_thousand_a_minute() {
        assertThat(HEARD.accepts(Correction.tempo(4, 1))).isTrue();
        assertThat(HEARD.accepts(Correction.tempo(8, 1))).isFalse();
        assertThat(HEARD.accepts(Correction.tempo(1, 8))).isFalse();
        assertThat(HEARD.corrected(Correction.tempo(5, 1)).accepts(Correction.tempo(5, 4)))
                .isFalse();
        assertThat(HEARD.corrected(Correction.shift(9_000)).accepts(Correction.shift(2_000)))
                .isFalse();
        assertThat(HEARD.corrected(Correction.shift(9_000)).accepts(Correction.NONE))
                .isTrue();
    }

    @Test
    void factors_are_in_lowest_terms() {
        assertThat(Correction.tempo(4, 6)).isEqualTo(Correction.tempo(2, 3));
        assertThat(Correction.tempo(2, 1).then(Correction.tempo(1, 2))).isEqualTo(Correction.NONE);
        assertThat(Correction.tempo(8, 1).then(Correction.tempo(1, 8))).isEqualTo(Correction.NONE);
    }

    @Test
    void impossible_corrections_are_refused_by_value() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correction.tempo(0, 1))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correction.tempo(9, 1))
                .withMessageContaining("9/1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correction.shift(-10_001))
                .withMessageContaining("-10001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correction.metre(13))
                .withMessageContaining("13");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correction.metre(1))
                .withMessageContaining("1");
    }

    @Test
    void a_correction_is_kept_as_json() throws Exception {
        var json = new ObjectMapper();
        var correction = Correction.tempo(2, 3).then(Correction.downbeat(3_200)).then(Correction.shift(-20));

        assertThat(json.readValue(json.writeValueAsString(correction), Correction.class))
                .isEqualTo(correction);
    }

    private static BeatGrid heard(double tempo, int metre, int count, long first, long durationMs) {
        var beats = IntStream.range(0, count)
                .mapToObj(i -> new Beat(Math.round(first + i * 60_000 / tempo), Math.floorMod(i - 2, metre) + 1))
                .toList();
        long drop = Math.round(first + (2 + 4 * metre) * 60_000 / tempo);
        return new BeatGrid(
                tempo,
                List.of(new TempoCandidate(2 * tempo, 0.3), new TempoCandidate(tempo / 2, 0.1)),
                metre,
                beats,
                List.of(new Section(beats.get(2).ms(), drop, 0.5, "low"), new Section(drop, durationMs, 1, "drop")),
                List.of(new Drop(drop, 0.9)),
                durationMs);
    }

    private static List<Long> downbeats(BeatGrid grid) {
        return grid.downbeatIndexes().stream().map(grid.beatTimesMs()::get).toList();
    }

    private static List<Long> gaps(BeatGrid grid) {
        var times = grid.beatTimesMs();
        return IntStream.range(1, times.size())
                .mapToObj(i -> times.get(i) - times.get(i - 1))
                .distinct()
                .toList();
    }
}

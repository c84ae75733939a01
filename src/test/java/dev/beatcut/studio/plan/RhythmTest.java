package dev.beatcut.studio.plan;

import static dev.beatcut.studio.plan.Cuttings.film;
import static dev.beatcut.studio.plan.Cuttings.lengths;
import static dev.beatcut.studio.plan.Cuttings.shots;
import static dev.beatcut.studio.plan.Cuttings.song;
import static dev.beatcut.studio.plan.Cuttings.starts;
import static dev.beatcut.studio.plan.Materials.clip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a film cuts, and where. A bar of the songs lasts 2 s. */
class RhythmTest {

    private static final Wish.Length MINUTE = new Wish.Length(56_000);

    private final List<Material> club = materials(song(32, "intro", 4, "build", 8, "drop", 8, "break", 4, "outro", 8));

    private static List<Material> materials(Material song) {
        return List.of(clip("a", 90_000, true), clip("b", 90_000, true), clip("c", 90_000, true), song);
    }

    @Test
    void calm_sections_hold_their_shots_for_a_bar_or_two() {
        var film = film(club, MINUTE);

        assertThat(lengths(film, 0, 8000)).allMatch(ms -> ms >= 2000 && ms <= 4034);
        assertThat(lengths(film, 40_000, 48_000)).allMatch(ms -> ms >= 2000 && ms <= 4034);
    }

    @ParameterizedTest
    @CsvSource({"70", "92", "105", "120", "128", "140", "160", "174", "187"})
    void loud_sections_cut_every_half_second_to_second_and_a_half(double tempo) {
        var film = film(materials(song(tempo, 40, "high", 40)), new Wish.Length(20_000));
        var lengths = lengths(film, 0, 18_000);

        assertThat(lengths).allMatch(ms -> ms >= 400 && ms <= 1800);
        assertThat(lengths.stream().mapToLong(ms -> ms).average().orElse(0)).isBetween(500.0, 1300.0);
    }

    @Test
    void the_louder_the_music_the_more_cuts() {
        var film = film(materials(song(24, "low", 12, "high", 12)), new Wish.Length(48_000));

        assertThat(lengths(film, 24_000, 48_000).size())
                .isGreaterThanOrEqualTo(2 * lengths(film, 0, 24_000).size());
    }

    @Test
    void a_drop_is_cut_on_and_followed_by_a_burst() {
        var film = film(club, MINUTE);

        assertThat(starts(film)).contains(24_000L);
        assertThat(shots(film).stream()
                        .filter(shot -> shot.start() == 24_000)
                        .findFirst()
                        .orElseThrow()
                        .m()
                        .at("/why/reason")
                        .asText())
                .isEqualTo("drop");
        assertThat(lengths(film, 24_000, 32_000).size())
                .isGreaterThan(lengths(film, 34_000, 40_000).size() * 8 / 6);
    }

    @Test
    void a_build_cuts_faster_and_faster() {
        var film = film(club, MINUTE);
        int first = lengths(film, 8000, 14_000).size();
        int then = lengths(film, 14_000, 20_000).size();
        int last = lengths(film, 20_000, 24_000).size();

        assertThat(then).isGreaterThanOrEqualTo(first);
        assertThat(last).isGreaterThan(then);
        assertThat(lengths(film, 22_000, 24_000)).hasSize(4);
    }

    @Test
    void every_section_begins_with_a_cut() {
        assertThat(starts(film(club, MINUTE))).contains(8000L, 24_000L, 40_000L, 48_000L);
    }

    @Test
    void a_phrase_of_eight_bars_ends_with_a_quicker_one() {
        var film = film(materials(song(32, "high", 32)), new Wish.Length(40_000));

        assertThat(lengths(film, 14_000, 16_000).size())
                .isGreaterThan(lengths(film, 12_000, 14_000).size());
    }

    @Test
    void a_song_without_sections_is_cut_about_every_second() {
        var film = film(materials(song(40)), new Wish.Length(20_000));

        assertThat(lengths(film, 0, 19_000)).containsOnly(1000L);
    }

    @Test
    void what_is_asked_for_comes_before_what_the_song_suggests() {
        var film = film(club, MINUTE, new Wish.Cuts(new Density.Beats(2)));

        assertThat(starts(film)).containsExactlyElementsOf(every(1000, 56_000));
    }

    @Test
    void twice_as_many_cuts_are_about_twice_as_many() {
        int usual = shots(film(club, MINUTE)).size();
        int more = shots(film(club, MINUTE, new Wish.Pace(2, null))).size();
        int fewer = shots(film(club, MINUTE, new Wish.Pace(0.5, null))).size();

        assertThat(more).isBetween(usual * 7 / 5, usual * 5 / 2);
        assertThat(fewer).isBetween(usual / 3, usual * 3 / 4);
    }

    @ParameterizedTest
    @CsvSource({"2, 500", "0.5, 2000", "1.3, 500", "0.8, 1500"})
    void a_named_rhythm_can_be_made_faster_and_slower(double factor, long ms) {
        var film = film(club, MINUTE, new Wish.Cuts(new Density.Beats(2)), new Wish.Pace(factor, null));

        assertThat(lengths(film, 0, 50_000)).containsOnly(ms);
    }

    @Test
    void fewer_cuts_in_the_chorus_are_fewer_there_only() {
        var usual = film(club, MINUTE);
        var film = film(club, usual, new Wish.Pace(0.5, Part.CHORUS));

        assertThat(lengths(film, 24_000, 40_000).size())
                .isLessThanOrEqualTo(lengths(usual, 24_000, 40_000).size() * 2 / 3);
        assertThat(lengths(film, 0, 24_000)).isEqualTo(lengths(usual, 0, 24_000));
        assertThat(lengths(film, 40_000, 56_000)).isEqualTo(lengths(usual, 40_000, 56_000));
    }

    @Test
    void faster_said_twice_is_faster_still_and_a_named_rhythm_ends_it() {
        var once = film(club, film(club, MINUTE), new Wish.Pace(1.5, null));
        var twice = film(club, once, new Wish.Pace(1.5, null));
        var named = film(club, twice, new Wish.Cuts(new Density.Bars(1)));

        assertThat(shots(twice).size()).isGreaterThan(shots(once).size());
        assertThat(starts(named)).containsExactlyElementsOf(every(2000, 56_000));
    }

    @ParameterizedTest
    @CsvSource({"500", "1500", "2500"})
    void no_shot_is_shorter_than_asked(long ms) {
        var film = film(club, MINUTE, new Wish.Pace(4, null), new Wish.Shortest(ms));

        assertThat(lengths(film, 0, 56_000)).allMatch(length -> length >= ms - 17);
        assertThat(film(club, MINUTE, new Wish.Cuts(new Density.Beats(1)), new Wish.Shortest(ms)))
                .satisfies(named -> assertThat(lengths(named, 0, 56_000)).allMatch(length -> length >= ms - 17));
    }

    @ParameterizedTest
    @CsvSource({"500", "1000", "1700"})
    void no_shot_is_longer_than_asked(long ms) {
        assertThat(lengths(film(club, MINUTE, new Wish.Longest(ms)), 0, 56_000)).allMatch(length -> length <= ms + 17);
    }

    @Test
    void a_limit_is_kept_until_it_is_taken_back() {
        var limited = film(club, film(club, MINUTE), new Wish.Shortest(1900));
        var faster = film(club, limited, new Wish.Pace(4, null));

        assertThat(lengths(faster, 0, 56_000)).allMatch(length -> length >= 1883);
        assertThat(lengths(film(club, faster, new Wish.Shortest(0)), 0, 56_000)).anyMatch(length -> length < 1000);
    }

    @Test
    void cuts_on_named_beats_are_on_no_others() {
        var film = film(club, MINUTE, new Wish.OnBeats(Set.of(2, 4)));

        assertThat(starts(film)).allMatch(ms -> ms % 1000 == 500).hasSizeGreaterThan(50);
    }

    @Test
    void a_flicker_at_the_start_and_a_stub_at_the_end_are_left_out() {
        var late = new ArrayList<>(club);
        var film = film(late, new Wish.Length(8400));

        assertThat(shots(film).getFirst().duration()).isGreaterThanOrEqualTo(800);
        assertThat(shots(film).getLast().duration()).isGreaterThanOrEqualTo(800);
    }

    @ParameterizedTest
    @CsvSource({"60", "97", "126.5", "143", "171", "200"})
    void every_cut_is_on_the_frame_of_its_beat(double tempo) {
        var materials = materials(song(tempo, 30, "low", 6, "build", 4, "drop", 8, "outro", 12));

        for (var wish : List.of(new Wish.Pace(2, null), new Wish.Pace(0.5, Part.CALM), new Wish.Longest(1200))) {
            Timeline film = film(materials, new Wish.Length(30_000), wish);
            Films.assertOnBeats(film);
            Films.assertSound(film, materials);
        }
    }

    @Test
    void a_highlight_is_of_the_best_part_and_stays_there() {
        var film = film(club, new Wish.Place(Job.HIGHLIGHT), new Wish.Length(20_000));
        var faster = film(club, film, new Wish.Pace(2, null));
        long start = film.segments(TrackType.AUDIO).getFirst().sourceStart();

        assertThat(start).isBetween(6000L, 24_000L);
        assertThat(start % 2000).isZero();
        assertThat(starts(film)).contains(24_000 - start);
        assertThat(faster.segments(TrackType.AUDIO)).isEqualTo(film.segments(TrackType.AUDIO));
    }

    @Test
    void a_highlight_of_no_said_length_ends_on_a_bar_line() {
        var film = film(club, new Wish.Place(Job.HIGHLIGHT));

        assertThat(film.length()).isBetween(15_000L, 45_000L);
        assertThat(film.length() % 2000).isZero();
    }

    private static List<Long> every(long ms, long length) {
        return LongStream.iterate(ms, at -> at < length, at -> at + ms).boxed().toList();
    }

    @ParameterizedTest
    @CsvSource({"92", "120", "128", "160", "187"})
    void photos_stand_longer_than_shots_that_move(double tempo) {
        var photos = new ArrayList<Material>();
        for (int i = 0; i < 8; i++) {
            photos.add(Materials.photo("photo" + i, 1600, 900));
        }
        photos.add(song(tempo, 40, "high", 40));
        var moving = film(materials(song(tempo, 40, "high", 40)), new Wish.Length(20_000));
        var still = film(photos, new Wish.Length(20_000));

        assertThat(shots(still).size()).isLessThan(shots(moving).size()).isGreaterThan(7);
        assertThat(lengths(still, 0, 18_000).stream()
                        .mapToLong(ms -> ms)
                        .average()
                        .orElse(0))
                .isBetween(1000.0, 2200.0);
    }

    @Test
    void the_last_shot_is_as_long_as_the_one_before_it_or_most_of_a_second() {
        for (double tempo = 90; tempo < 180; tempo += 7) {
            var film = film(materials(song(tempo, 40, "low", 10, "high", 30)), new Wish.Length(20_000));
            var lengths = lengths(film, 0, 20_000);
            long before = lengths.get(lengths.size() - 2);

            assertThat(lengths.getLast()).isGreaterThanOrEqualTo((long) Math.min(800, 0.94 * before));
        }
    }
}

package dev.beatcut.studio.plan;

import static dev.beatcut.studio.plan.Cuttings.film;
import static dev.beatcut.studio.plan.Cuttings.song;
import static dev.beatcut.studio.plan.Materials.clip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The film of a highlight; a bar is 2 s. */
class BestPartTest {

    private static final Wish BEST = new Wish.Place(Job.HIGHLIGHT);
    private static final Material DROPS =
            song(64, "intro", 8, "low", 16, "break", 4, "build", 4, "drop", 16, "low", 12, "outro", 4);
    private static final Material SINGS = song(64, "intro", 8, "low", 16, "high", 16, "low", 16, "outro", 8);

    @Test
    void a_song_with_a_drop_is_cut_from_its_build() {
        var film = film(List.of(clip("road", 60_000, true), DROPS), BEST, new Wish.Length(24_000));

        assertThat(music(film).sourceStart()).isEqualTo(56_000);
        assertThat(film.length()).isEqualTo(24_000);
    }

    @Test
    void a_song_without_one_is_cut_from_its_chorus() {
        var film = film(List.of(clip("road", 60_000, true), SINGS), BEST, new Wish.Length(20_000));

        assertThat(music(film).sourceStart()).isEqualTo(48_000);
    }

    @Test
    void where_no_length_is_asked_it_ends_on_the_bar_line_where_the_chorus_does() {
        var film = film(List.of(clip("road", 60_000, true), SINGS), BEST);

        assertThat(music(film).sourceStart()).isEqualTo(48_000);
        assertThat(film.length()).isEqualTo(32_000);
    }

    @Test
    void it_is_no_longer_than_the_pictures_are_worth() {
        var film = film(List.of(clip("road", 12_000, true), SINGS), BEST);

        assertThat(film.length()).isBetween(4_000L, 12_000L);
        assertThat(film.length() % 2_000).isZero();
    }

    @Test
    void a_film_as_long_as_was_asked_is_found_even_at_the_end_of_a_song() {
        var late = song(16, "low", 10, "high", 6);
        var film = film(List.of(clip("road", 60_000, true), late), BEST, new Wish.Length(13_000));

        assertThat(film.length()).isEqualTo(13_000);
        assertThat(music(film).sourceStart() % 2_000).isZero();
    }

    @Test
    void a_film_that_reaches_the_end_of_the_song_is_as_long_when_it_is_cut_faster() {
        for (double tempo = 117; tempo < 124; tempo++) {
            var pictures = List.of(clip("road", 60_000, true), song(tempo, 24, "low", 10, "high", 14));
            var film = film(pictures, BEST);

            assertThat(film(pictures, film, new Wish.Pace(2, null)).length()).isEqualTo(film.length());
        }
    }

    private static Segment music(Timeline film) {
        return film.segments(TrackType.AUDIO).getFirst();
    }

    @Test
    void a_song_with_one_short_clip_or_a_photo_is_still_heard_for_ten_seconds() {
        for (var picture : List.of(clip("road", 4_000, true), Materials.photo("me", 1600, 900))) {
            var film = film(List.of(picture, SINGS), BEST);

            assertThat(film.length()).isEqualTo(10_000);
            assertThat(music(film).sourceStart() % 2_000).isZero();
        }
    }
}

package dev.beatcut.studio.plan;

import static dev.beatcut.studio.plan.Cuttings.film;
import static dev.beatcut.studio.plan.Cuttings.shots;
import static dev.beatcut.studio.plan.Cuttings.song;
import static dev.beatcut.studio.plan.Materials.clip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** How shots give way to one another, and how films begin and end. */
class TransitionsTest {

    private static final Wish.Length LENGTH = new Wish.Length(48_000);

    private final List<Material> materials = List.of(
            clip("a", 60_000, true),
            clip("b", 60_000, true),
            clip("c", 60_000, true),
            song(32, "intro", 4, "low", 4, "drop", 8, "break", 4, "outro", 12));

    private static String type(Segment shot) {
        return shot.m().at("/transition/type").asText();
    }

    private static List<Long> starts(Timeline film, Predicate<Segment> chosen) {
        return shots(film).stream().filter(chosen).map(Segment::start).toList();
    }

    @Test
    void unasked_there_is_a_flash_on_the_drop_and_a_cross_fade_between_calm_sections() {
        var film = film(materials, LENGTH);

        assertThat(starts(film, shot -> type(shot).equals("flash"))).containsExactly(16_000L);
        assertThat(starts(film, shot -> type(shot).equals("crossfade"))).containsExactly(8000L, 40_000L);
        assertThat(starts(film, shot -> type(shot).equals("zoom-punch"))).isEmpty();
    }

    @Test
    void straight_cuts_everywhere_are_straight() {
        var film = film(materials, LENGTH, new Wish.Transition(TransitionKind.CUT, Role.EVERYWHERE));

        assertThat(shots(film)).noneMatch(shot -> shot.m().has("transition"));
    }

    @Test
    void cross_fades_everywhere_find_pictures_on_both_sides() {
        var film = film(materials, LENGTH, new Wish.Transition(TransitionKind.CROSSFADE, Role.EVERYWHERE));

        assertThat(shots(film).stream().skip(1).filter(shot -> type(shot).equals("crossfade")))
                .hasSizeGreaterThan(shots(film).size() * 3 / 4);
        Films.assertSound(film, materials);
    }

    @Test
    void a_clip_without_a_rest_is_cut_straight() {
        var short1 = clip("s", 4000, true);
        var short2 = clip("t", 4000, true);
        var film = film(
                List.of(short1, short2, song(8, "low", 8)),
                new Wish.Length(8000),
                new Wish.Cuts(new Density.Bars(2)),
                new Wish.Transition(TransitionKind.CROSSFADE, Role.EVERYWHERE));

        assertThat(shots(film)).hasSize(2).noneMatch(shot -> shot.m().has("transition"));
    }

    @Test
    void what_is_asked_for_one_role_leaves_the_others() {
        var punched = film(materials, LENGTH, new Wish.Transition(TransitionKind.ZOOM_PUNCH, Role.DROPS));
        var bars = film(materials, LENGTH, new Wish.Transition(TransitionKind.FLASH, Role.BARS));

        assertThat(starts(punched, shot -> type(shot).equals("zoom-punch"))).containsExactly(16_000L);
        assertThat(starts(punched, shot -> type(shot).equals("crossfade"))).containsExactly(8000L, 40_000L);
        assertThat(starts(bars, shot -> type(shot).equals("flash")))
                .isEqualTo(starts(bars, shot -> shot.start() > 0 && shot.start() % 2000 == 0));
    }

    @Test
    void a_transition_changes_no_picture_that_has_room_for_it() {
        var film = film(materials, LENGTH);
        var flashed = film(materials, film, new Wish.Transition(TransitionKind.FLASH, Role.EVERYWHERE));

        assertThat(shots(flashed))
                .extracting(shot -> shot.src() + shot.sourceStart())
                .isEqualTo(shots(film).stream()
                        .map(shot -> shot.src() + shot.sourceStart())
                        .toList());
    }

    @Test
    void a_film_fades_out_with_a_song_that_goes_on_and_ends_with_one_that_ends() {
        assertThat(film(materials, LENGTH).m().path("fadeOut").asInt()).isEqualTo(500);
        assertThat(film(materials, LENGTH)
                        .segments(TrackType.AUDIO)
                        .getFirst()
                        .m()
                        .path("fadeOut")
                        .asInt())
                .isEqualTo(1000);
        assertThat(film(materials, new Wish.Length(64_000)).m().has("fadeOut")).isFalse();
    }

    @Test
    void a_song_whose_file_breaks_off_in_full_sound_fades_out_and_one_that_dies_away_does_not() {
        assertThat(musicFade(film(List.of(clip("a", 60_000, true), endingAt(255)), new Wish.Length(24_000))))
                .isEqualTo(1000);
        assertThat(musicFade(film(List.of(clip("a", 60_000, true), endingAt(20)), new Wish.Length(24_000))))
                .isZero();
    }

    /** 24 s long. */
    private static Material endingAt(int peak) {
        var song = song(12, "high", 12);
        var heard = song.beats();
        var wave = new ArrayList<>(Collections.nCopies(990, 200));
        wave.addAll(Collections.nCopies(10, peak));
        var grid = new BeatGrid(
                heard.tempo(),
                heard.alternatives(),
                heard.metre(),
                heard.beats(),
                heard.sections(),
                heard.drops(),
                heard.durationMs(),
                heard.correction(),
                null,
                wave);
        return new Material(song.name(), song.src(), song.kind(), song.durationMs(), 0, 0, true, null, grid);
    }

    @Test
    void music_fades_as_long_as_the_picture_whenever_that_was_asked() {
        var fade = new Wish.Fade(false, true, 4000);
        var film = film(materials, LENGTH, fade);

        assertThat(musicFade(film)).isEqualTo(4000);
        assertThat(musicFade(film(materials, film, new Wish.Pace(2, null)))).isEqualTo(4000);
        var later = new Retouch(materials).apply(Cuttings.instruction(fade), film(materials, LENGTH));
        assertThat(musicFade(later)).isEqualTo(4000);
        var none = new Retouch(materials).apply(Cuttings.instruction(new Wish.Fade(false, true, 0)), later);
        assertThat(musicFade(none)).isEqualTo(1000);
    }

    private static long musicFade(Timeline film) {
        return film.segments(TrackType.AUDIO).getFirst().m().path("fadeOut").asLong();
    }

    @Test
    void fades_are_as_asked_and_stay() {
        var film = film(materials, LENGTH, new Wish.Fade(true, true, 2000));
        var again = film(materials, film, new Wish.Pace(2, null));

        for (var each : List.of(film, again)) {
            assertThat(each.m().path("fadeIn").asInt()).isEqualTo(2000);
            assertThat(each.m().path("fadeOut").asInt()).isEqualTo(2000);
        }
        assertThat(film(materials, film, new Wish.Fade(true, false, 0))
                        .m()
                        .path("fadeIn")
                        .asInt())
                .isZero();
    }

    @Test
    void a_song_that_steps_back_for_the_clips_does_so_until_it_is_told_not_to() {
        var wishes = new ArrayList<Wish>(List.of(LENGTH, new Wish.Duck(true)));
        var film = film(materials, wishes.toArray(Wish[]::new));
        var again = film(materials, film, new Wish.Pace(2, null));
        var loud = film(materials, again, new Wish.Duck(false));

        assertThat(List.of(film, again)).allMatch(each -> duck(each));
        assertThat(duck(loud)).isFalse();
    }

    private static boolean duck(Timeline film) {
        return film.segments(TrackType.AUDIO).getFirst().m().path("duck").asBoolean();
    }
}

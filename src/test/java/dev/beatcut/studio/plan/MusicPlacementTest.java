package dev.beatcut.studio.plan;

import static dev.beatcut.studio.plan.Cuttings.film;
import static dev.beatcut.studio.plan.Cuttings.shots;
import static dev.beatcut.studio.plan.Cuttings.song;
import static dev.beatcut.studio.plan.Materials.clip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatcut.studio.footage.Footage;
import dev.beatcut.studio.footage.Moment;
import dev.beatcut.studio.footage.Peak;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A song placed under a video that is kept as it is. A beat of the song lasts half a second, a bar two. */
class MusicPlacementTest {

    private static final Wish PLACE = new Wish.Place(Job.MUSIC_TO_VIDEO);

    private final Material song = song(40, "intro", 8, "build", 4, "drop", 12, "break", 4, "high", 12);

    private static Segment music(Timeline film) {
        return film.segments(TrackType.AUDIO).getFirst();
    }

    private static long offset(Timeline film) {
        return music(film).sourceStart() - music(film).start();
    }

    /** Every shot goes on in the source where the one before ended; sources whole and in their order. */
    private static void assertKept(Timeline film, List<Material> clips) {
        long end = 0;
        int clip = -1;
        for (var shot : shots(film)) {
            Cuttings.assertOnFrame(shot.start());
            assertThat(shot.start()).isEqualTo(end);
            boolean next = clip < 0 || !shot.src().equals(clips.get(clip).src());
            clip += next ? 1 : 0;
            assertThat(shot.src()).isEqualTo(clips.get(clip).src());
            long begun = clips.subList(0, clip).stream()
                    .mapToLong(each -> each.durationMs() * 30 / 1000 * 1000 / 30)
                    .sum();
            assertThat(shot.sourceStart()).isCloseTo(shot.start() - begun, within(40L));
            end = shot.end();
        }
        assertThat(clip).isEqualTo(clips.size() - 1);
        assertThat(end).isCloseTo(clips.stream().mapToLong(Material::durationMs).sum(), within(40L * clips.size()));
        assertThat(film.length()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(longs = {6_000, 9_130, 12_340, 15_777})
    void the_drop_meets_the_only_cut(long cut) {
        var clip = clip("a", 20_000, true, cut);
        var film = film(List.of(clip, song), PLACE);
        long dropInFilm = 24_000 - offset(film);

        assertKept(film, List.of(clip));
        assertThat(dropInFilm).isCloseTo(cut, within(17L));
        var met = shots(film).get(1);
        assertThat(met.m().at("/why/reason").asText()).isEqualTo("scene cut");
        assertThat(met.m().at("/why/at").asLong()).isEqualTo(dropInFilm);
        assertThat(met.sourceStart()).isGreaterThanOrEqualTo(cut);
    }

    @Test
    void the_song_begins_on_a_bar_line_and_ends_on_one_or_fades_from_it() {
        for (long cut = 3000; cut < 17_000; cut += 700) {
            var film = film(List.of(clip("a", 20_000, true, cut), song), PLACE);
            var music = music(film);

            assertThat(music.sourceStart() % 2000).isZero();
            assertThat(music.start()).isBetween(0L, 2000L);
            long end = music.sourceStart() + music.duration();
            boolean onLine = end % 2000 == 0;
            assertThat(onLine || music.m().path("fadeOut").asLong() >= Math.max(250, end % 2000))
                    .isTrue();
            assertThat(music.end()).isBetween(film.length() - 250, film.length());
        }
    }

    @Test
    void a_video_cut_in_time_is_met_at_every_cut() {
        var cuts = new ArrayList<Long>();
        for (long at = 1870; at < 28_000; at += 1500) {
            cuts.add(at);
        }
        var clip = clip("a", 30_000, true, cuts.toArray(Long[]::new));
        var placed = Placed.read(film(List.of(clip, song), PLACE).m());

        assertThat(placed.cuts()).isEqualTo(cuts.size());
        assertThat(placed.cutsExact()).isEqualTo(cuts.size());
        assertThat(placed.meanMs()).isLessThan(20);
    }

    @Test
    void the_drop_prefers_the_cut_into_livelier_pictures() {
        var moments = new ArrayList<Moment>();
        for (long from = 0; from < 24_000; from += 500) {
            moments.add(new Moment(from, from + 500, from < 14_500 ? 0.1 : 0.9, 0.6));
        }
        var footage = new Footage(24_000, List.of(7_200L, 14_500L, 19_900L), moments, List.of());
        var clip = new Material("a.mp4", "http://cdn/a", Material.Kind.CLIP, 24_000, 1920, 1080, true, footage, null);
        var film = film(List.of(clip, song), PLACE);

        assertThat(24_000 - offset(film)).isCloseTo(14_500, within(34L));
        assertThat(Placed.read(film.m()).dropMs()).isCloseTo(14_500, within(17L));
    }

    @Test
    void without_a_cut_the_drop_meets_the_strongest_motion() {
        var moments = List.of(new Moment(0, 12_000, 0.3, 0.6));
        var peaks = List.of(new Peak(3300, 0.3), new Peak(8210, 1), new Peak(10_900, 0.4));
        var footage = new Footage(12_000, List.of(), moments, peaks);
        var clip = new Material("a.mp4", "http://cdn/a", Material.Kind.CLIP, 12_000, 1920, 1080, true, footage, null);
        var film = film(List.of(clip, song), PLACE);

        assertThat(shots(film)).hasSize(1);
        assertThat(24_000 - offset(film)).isCloseTo(8210, within(34L));
        var why = shots(film).getFirst().m().path("why");
        assertThat(why.path("reason").asText()).isEqualTo("motion peak");
        assertThat(why.path("peak").asLong()).isEqualTo(8210);
        assertThat(why.has("at")).isFalse();
    }

    @Test
    void several_videos_are_kept_whole_and_in_order_and_joined_on_a_beat() {
        var clips = List.of(clip("a", 7_370, true), clip("b", 9_120, true, 4_000L), clip("c", 5_000, false));
        var all = new ArrayList<Material>(clips);
        all.add(song);
        var film = film(all, PLACE);

        assertKept(film, clips);
        assertThat(Placed.read(film.m()).cuts()).isEqualTo(3);
        assertThat(Placed.read(film.m()).cutsMet()).isPositive();
    }

    @Test
    void a_song_shorter_than_the_video_brings_its_drop_to_the_main_cut() {
        var brief = song(10, "intro", 4, "drop", 6);
        var film = film(List.of(clip("a", 40_000, true, 12_345L), brief), PLACE);

        assertThat(8000 - offset(film)).isCloseTo(12_345, within(17L));
        assertThat(music(film).duration()).isEqualTo(20_000);
        assertThat(music(film).end()).isLessThanOrEqualTo(film.length());
    }

    @Test
    void a_video_that_is_to_be_shorter_ends_there() {
        var film = film(List.of(clip("a", 20_000, true, 6_000L, 12_000L), song), PLACE, new Wish.Length(10_000));

        assertThat(film.length()).isEqualTo(10_000);
        assertThat(shots(film)).hasSize(2);
        assertThat(24_000 - offset(film)).isCloseTo(6000, within(17L));
    }

    @Test
    void what_the_music_meets_is_counted_anew_when_the_film_ends_earlier() {
        var files = List.of(clip("video", 30_000, true, 6_000L, 12_000L, 24_000L), song);
        var planner = new Planner();
        var kept = (Plan.Edited) planner.plan(new Request("sync the music to my video", null, files, Timeline.EMPTY));
        assertThat(Placed.read(kept.timeline().m()).cuts()).isEqualTo(3);

        var shorter = (Plan.Edited) planner.plan(new Request("15 seconds", null, files, kept.timeline()));
        assertThat(Placed.read(shorter.timeline().m()).cuts()).isEqualTo(2);
        assertThat(offset(shorter.timeline())).isEqualTo(offset(kept.timeline()));
    }

    @Test
    void more_cuts_make_a_montage_of_it() {
        var materials = List.of(clip("a", 40_000, true, 6_000L, 12_000L), song);
        var kept = film(materials, PLACE);
        var cut = film(materials, kept, new Wish.Pace(2, null));

        assertThat(shots(cut).size()).isGreaterThan(10);
        assertThat(cut.m().at("/plan/placed").isMissingNode()).isTrue();
        Films.assertOnBeats(cut);
    }

    @Test
    void only_cuts_near_a_beat_claim_one() {
        var film = film(List.of(clip("a", 30_000, true, 5_000L, 11_260L, 17_180L, 23_930L), song), PLACE);

        for (var shot : shots(film)) {
            if (shot.m().at("/why/at").isNumber()) {
                assertThat(shot.m().at("/why/at").asLong()).isCloseTo(shot.start(), within(67L));
            }
        }
    }

    @Test
    void a_kept_video_does_not_go_dark_at_its_end_unless_that_is_asked() {
        var materials = List.of(clip("a", 20_000, true, 6_000L), song);

        assertThat(film(materials, PLACE).m().path("fadeOut").asLong()).isZero();
        var asked = film(materials, PLACE, new Wish.Fade(false, true, 2000));
        assertThat(asked.m().path("fadeOut").asLong()).isEqualTo(2000);
        assertThat(music(asked).m().path("fadeOut").asLong()).isGreaterThanOrEqualTo(2000);
    }

    @Test
    void a_beat_that_is_not_heard_is_met_by_nothing() {
        var early = new PictureEvent(200, 1, true);
        var placement = new MusicPlacement(song.beats(), List.of(early), 20_000);

        assertThat(placement.entry(300)).isEqualTo(2000);
        assertThat(song.beats().beats().get(placement.beatAt(early.ms(), 300)).ms())
                .isEqualTo(2000);
        assertThat(placement.score(300)).isLessThan(placement.score(1800));
    }

    @Test
    void a_kept_video_that_gets_shorter_has_its_drop_inside_again() {
        var materials = List.of(clip("a", 20_000, true, 6_000L, 15_300L), song);
        var film = film(materials, PLACE, new Wish.SongFrom(new SongPoint.At(8_000)));
        var shorter = Films.film("shorter: 10 s", materials, film);

        assertThat(shorter.length()).isEqualTo(10_000);
        assertThat(Placed.read(shorter.m()).cuts()).isEqualTo(1);
        assertThat(Placed.read(shorter.m()).dropMs()).isEqualTo(6_000);
    }

    @Test
    void a_wish_for_fewer_cuts_does_not_cut_up_a_kept_video() {
        var materials = List.of(clip("a", 40_000, true, 6_000L, 12_000L), song);
        var kept = film(materials, PLACE);

        assertThat(film(materials, kept, new Wish.Pace(0.5, null))).isEqualTo(kept);
    }

    @Test
    void a_short_video_does_not_wait_a_second_for_its_music() {
        for (long peak = 2_600; peak < 4_600; peak += 100) {
            var moments = List.of(new Moment(0, 8_000, 0.3, 0.6));
            var footage = new Footage(8_000, List.of(), moments, List.of(new Peak(peak, 1)));
            var clip =
                    new Material("a.mp4", "http://cdn/a", Material.Kind.CLIP, 8_000, 1920, 1080, true, footage, null);
            var film = film(List.of(clip, song(24, "high", 24)), PLACE);

            assertThat(music(film).start()).isLessThan(1000);
        }
    }
}

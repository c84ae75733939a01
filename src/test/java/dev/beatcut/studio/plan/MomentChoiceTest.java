package dev.beatcut.studio.plan;

import static dev.beatcut.studio.plan.Cuttings.film;
import static dev.beatcut.studio.plan.Cuttings.shots;
import static dev.beatcut.studio.plan.Cuttings.song;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.studio.footage.Footage;
import dev.beatcut.studio.footage.Moment;
import dev.beatcut.studio.footage.Peak;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which moments a film shows, and what stays of them when it is cut again. */
class MomentChoiceTest {

    private static final LongToDoubleFunction LIKE = ms -> 0.6;

    private static Material clip(
            String name,
            long durationMs,
            LongToDoubleFunction interest,
            LongToDoubleFunction motion,
            List<Peak> peaks) {
        var moments = LongStream.iterate(0, from -> from < durationMs, from -> from + 500)
                .mapToObj(from -> new Moment(
                        from,
                        Math.min(durationMs, from + 500),
                        motion.applyAsDouble(from),
                        interest.applyAsDouble(from)))
                .toList();
        return new Material(
                name + ".mp4",
                "http://cdn/" + name,
                Material.Kind.CLIP,
                durationMs,
                1920,
                1080,
                true,
                new Footage(durationMs, List.of(), moments, peaks),
                null);
    }

    private static boolean overlap(Segment one, Segment other) {
        return one.src().equals(other.src())
                && one.sourceStart() < other.sourceStart() + other.duration()
                && other.sourceStart() < one.sourceStart() + one.duration();
    }

    @Test
    void black_and_frozen_stretches_are_never_shown_while_there_is_anything_else() {
        LongToDoubleFunction half = ms -> ms % 10_000 < 5000 ? 0 : 0.6;
        var materials = List.of(
                clip("a", 40_000, half, LIKE, List.of()),
                clip("b", 40_000, half, LIKE, List.of()),
                song(40, "high", 40));

        assertThat(shots(film(materials, new Wish.Length(60_000)))).allSatisfy(shot -> {
            long from = shot.sourceStart() % 10_000;
            assertThat(from).isGreaterThanOrEqualTo(4930);
            assertThat(from + shot.duration()).isLessThanOrEqualTo(10_070);
        });
    }

    @Test
    void nothing_is_shown_twice_before_everything_was_shown() {
        var materials = List.of(
                clip("a", 11_000, LIKE, LIKE, List.of(new Peak(3210, 1), new Peak(7777, 1))),
                clip("b", 17_000, LIKE, LIKE, List.of(new Peak(5050, 1))),
                song(40, "high", 40));
        var shown = shots(film(materials, new Wish.Length(20_000)));

        for (var one : shown) {
            assertThat(shown.stream().filter(other -> other != one && overlap(one, other)))
                    .isEmpty();
        }
    }

    @Test
    void a_motion_peak_meets_a_beat() {
        var peaks = LongStream.iterate(1333, ms -> ms < 58_000, ms -> ms + 2777)
                .mapToObj(ms -> new Peak(ms, 1))
                .toList();
        var materials = List.of(
                clip("a", 60_000, LIKE, LIKE, peaks), clip("b", 60_000, LIKE, LIKE, peaks), song(40, "low", 40));
        var shown = shots(film(materials, new Wish.Length(30_000)));

        assertThat(shown.stream().filter(shot -> peaks.stream().anyMatch(peak -> {
                    long at = peak.ms() - shot.sourceStart();
                    return at >= 0 && at < shot.duration() && (at + 70) % 500 <= 140;
                })))
                .hasSizeGreaterThan(shown.size() * 3 / 4);
    }

    @Test
    void the_drop_gets_the_action() {
        var materials = List.of(
                clip("a", 60_000, LIKE, LIKE, List.of(new Peak(50_000, 1))),
                clip("b", 60_000, LIKE, LIKE, List.of()),
                song(30, "intro", 8, "drop", 22));
        var drop = shots(film(materials, new Wish.Length(30_000))).stream()
                .filter(shot -> shot.m().at("/why/reason").asText().equals("drop"))
                .findFirst()
                .orElseThrow();

        assertThat(drop.name()).isEqualTo("a");
        assertThat(50_000 - drop.sourceStart()).isBetween(0L, 130L);
    }

    @Test
    void lively_pictures_go_where_the_music_is_lively() {
        LongToDoubleFunction waves = ms -> ms % 6000 < 3000 ? 0.1 : 0.9;
        var materials = List.of(
                clip("a", 120_000, LIKE, waves, List.of()),
                clip("b", 120_000, LIKE, waves, List.of()),
                song(32, "intro", 16, "high", 16));
        var film = film(materials, new Wish.Length(60_000));

        assertThat(calmShare(film, 0, 32_000)).isGreaterThan(calmShare(film, 32_000, 60_000) + 0.3);
    }

    private static double calmShare(Timeline film, long from, long to) {
        var shots = shots(film).stream()
                .filter(shot -> shot.start() >= from && shot.start() < to)
                .toList();
        return (double) shots.stream()
                        .filter(shot -> (shot.sourceStart() + shot.duration() / 2) % 6000 < 3000)
                        .count()
                / shots.size();
    }

    @Test
    void a_clip_is_shown_in_its_own_order() {
        var materials = List.of(
                clip("a", 90_000, LIKE, LIKE, List.of()),
                clip("b", 90_000, LIKE, LIKE, List.of()),
                song(40, "high", 40));
        var a = shots(film(materials, new Wish.Length(30_000))).stream()
                .filter(shot -> shot.name().equals("a"))
                .map(Segment::sourceStart)
                .toList();

        assertThat(a).isSorted();
        assertThat(a.getLast() - a.getFirst()).isGreaterThan(60_000);
    }

    @Test
    void faster_keeps_what_was_shown_at_every_cut_that_was_there() {
        var materials = List.of(
                clip("a", 90_000, LIKE, LIKE, List.of()),
                clip("b", 90_000, LIKE, LIKE, List.of()),
                song(40, "low", 40));
        var slow = film(materials, new Wish.Length(30_000));
        var fast = film(materials, slow, new Wish.Pace(2, null));

        assertThat(shots(fast).size()).isGreaterThan(shots(slow).size());
        for (var shot : shots(slow)) {
            assertThat(shots(fast)).anySatisfy(kept -> {
                assertThat(kept.start()).isEqualTo(shot.start());
                assertThat(kept.src()).isEqualTo(shot.src());
                assertThat(kept.sourceStart()).isEqualTo(shot.sourceStart());
            });
        }
    }

    @Test
    void a_clip_that_came_since_is_shown() {
        var a = clip("a", 90_000, LIKE, LIKE, List.of());
        var b = clip("b", 90_000, LIKE, LIKE, List.of());
        var song = song(40, "low", 40);
        var film = film(List.of(a, song), new Wish.Length(30_000));

        assertThat(shots(film(List.of(a, b, song), film)).stream()
                        .filter(shot -> shot.name().equals("b")))
                .hasSizeGreaterThan(3);
    }

    @Test
    void a_clip_in_which_nothing_happens_waits_while_another_has_something_to_show() {
        LongToDoubleFunction cars = ms -> ms < 6000 ? 0.7 : 0.2;
        var materials = List.of(
                clip("road", 40_000, cars, LIKE, List.of()),
                clip("a", 40_000, LIKE, LIKE, List.of()),
                clip("b", 40_000, LIKE, LIKE, List.of()),
                song(40, "high", 40));

        assertThat(shots(film(materials, new Wish.Length(40_000))).stream()
                        .filter(shot -> shot.name().equals("road")))
                .hasSizeGreaterThan(3)
                .allMatch(shot -> shot.sourceStart() < 6000);
    }

    @Test
    void the_shot_before_a_drop_is_of_another_clip() {
        for (int bars = 2; bars < 14; bars++) {
            var materials = List.of(
                    clip("a", 60_000, LIKE, LIKE, List.of(new Peak(50_000, 1))),
                    clip("b", 60_000, LIKE, LIKE, List.of()),
                    clip("c", 60_000, LIKE, LIKE, List.of()),
                    song(30, "low", bars, "drop", 30 - bars));
            var shown = shots(film(materials, new Wish.Length(40_000)));
            for (int i = 1; i < shown.size(); i++) {
                assertThat(shown.get(i).name()).isNotEqualTo(shown.get(i - 1).name());
            }
        }
    }

    @Test
    void photos_among_clips_are_strewn_over_the_film() {
        var materials = List.of(
                Materials.photo("first", 1600, 900),
                clip("a", 90_000, LIKE, LIKE, List.of()),
                Materials.photo("middle", 1600, 900),
                clip("b", 90_000, LIKE, LIKE, List.of()),
                Materials.photo("last", 1600, 900),
                song(40, "high", 40));
        var photos = shots(film(materials, new Wish.Length(30_000))).stream()
                .filter(shot -> !shot.m().path("move").asText().isEmpty())
                .toList();

        assertThat(photos).extracting(Segment::name).containsExactly("first", "middle", "last");
        assertThat(photos.get(1).start()).isGreaterThan(6_000);
        assertThat(photos.get(2).start()).isGreaterThan(15_000);
    }

    @Test
    void photos_come_again_in_another_order() {
        var materials = new ArrayList<Material>();
        for (int i = 0; i < 6; i++) {
            materials.add(Materials.photo("photo" + i, 1600, 900));
        }
        materials.add(song(40, "high", 40));
        var shown = shots(film(materials, new Wish.Cuts(new Density.Bars(1)), new Wish.Length(24_000))).stream()
                .map(Segment::name)
                .toList();

        assertThat(shown).hasSize(12);
        assertThat(shown.subList(0, 6)).doesNotHaveDuplicates();
        assertThat(shown.subList(6, 12)).doesNotHaveDuplicates().isNotEqualTo(shown.subList(0, 6));
        assertThat(shown.get(6)).isNotEqualTo(shown.get(5));
    }
}

package dev.beatcut.studio.plan;

import static dev.beatcut.studio.plan.Cuttings.film;
import static dev.beatcut.studio.plan.Cuttings.shots;
import static dev.beatcut.studio.plan.Cuttings.song;
import static dev.beatcut.studio.plan.Materials.clip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be asked of single clips. The song has two beats a second. */
class ClipRulesTest {

    private static final Wish.Length LENGTH = new Wish.Length(24_000);

    private final List<Material> materials = List.of(
            clip("one", 7300, true), clip("two", 30_000, true), clip("three", 30_000, true), song(30, "high", 30));

    private static Wish rule(int number, Rule rule) {
        return new Wish.ClipRule(new FileRef.Number(number, Material.Kind.CLIP), rule);
    }

    private Timeline made(Wish... wishes) {
        var film = film(materials, wishes);
        Films.assertSound(film, materials);
        Films.assertOnBeats(film);
        return film;
    }

    private static List<String> shown(Timeline film) {
        return shots(film).stream().map(Segment::name).toList();
    }

    @Test
    void clip_two_only_at_the_end() {
        var film = made(LENGTH, rule(2, Rule.ONLY_AT_END));

        assertThat(shown(film).getLast()).isEqualTo("two");
        assertThat(shown(film).subList(0, shown(film).size() - 1)).doesNotContain("two");
        assertThat(shots(film).getLast().duration()).isGreaterThanOrEqualTo(1500);
    }

    @Test
    void a_clip_only_at_the_start() {
        var film = made(LENGTH, rule(3, Rule.ONLY_AT_START));

        assertThat(shown(film).getFirst()).isEqualTo("three");
        assertThat(shown(film).subList(1, shown(film).size())).doesNotContain("three");
    }

    @Test
    void two_clips_only_at_the_end_come_in_their_order() {
        var film = made(LENGTH, rule(2, Rule.ONLY_AT_END), rule(3, Rule.ONLY_AT_END));
        int shots = shown(film).size();

        assertThat(shown(film).subList(shots - 2, shots)).containsExactly("two", "three");
        assertThat(shown(film).subList(0, shots - 2)).containsOnly("one");
    }

    @Test
    void first_and_last_may_come_again() {
        var film = made(LENGTH, rule(2, Rule.FIRST), rule(3, Rule.LAST));

        assertThat(shown(film).getFirst()).isEqualTo("two");
        assertThat(shown(film).getLast()).isEqualTo("three");
        assertThat(shown(film).stream().filter("two"::equals).count()).isGreaterThan(2);
        assertThat(shown(film).stream().filter("three"::equals).count()).isGreaterThan(2);
    }

    @Test
    void the_first_clip_kept_whole_is_uncut_to_the_last_beat_that_it_reaches() {
        var film = made(LENGTH, rule(1, Rule.WHOLE));
        var first = shots(film).getFirst();

        assertThat(first.name()).isEqualTo("one");
        assertThat(first.sourceStart()).isZero();
        assertThat(first.duration()).isEqualTo(7000);
        assertThat(shown(film).subList(1, shown(film).size())).doesNotContain("one");
    }

    @Test
    void a_whole_clip_in_the_middle_begins_and_ends_on_a_beat() {
        var swapped = List.of(materials.get(1), materials.get(0), materials.get(2), materials.get(3));
        var film = film(swapped, LENGTH, rule(2, Rule.WHOLE));
        var whole =
                shots(film).stream().filter(shot -> shot.name().equals("one")).toList();

        Films.assertOnBeats(film);
        assertThat(whole).hasSize(1);
        assertThat(whole.getFirst().start()).isBetween(5000L, 11_000L);
        assertThat(whole.getFirst().duration()).isEqualTo(7000);
    }

    @Test
    void a_clip_left_out_is_not_shown_and_may_come_back() {
        var without = made(LENGTH, rule(2, Rule.LEAVE_OUT));
        var again = film(materials, without, rule(2, Rule.NONE));

        assertThat(shown(without)).doesNotContain("two").contains("one", "three");
        assertThat(shown(film(materials, without, new Wish.Pace(2, null)))).doesNotContain("two");
        assertThat(shown(again)).contains("two");
    }

    @Test
    void only_one_clip_is_only_that() {
        assertThat(shown(made(LENGTH, rule(3, Rule.ONLY)))).containsOnly("three");
    }

    @Test
    void a_rule_that_is_replaced_is_over() {
        var film = film(materials, made(LENGTH, rule(2, Rule.ONLY_AT_END)), rule(2, Rule.ONLY_AT_START));

        assertThat(shown(film).getFirst()).isEqualTo("two");
        assertThat(shown(film).subList(1, shown(film).size())).doesNotContain("two");
    }

    @Test
    void a_whole_clip_longer_than_the_film_is_the_film() {
        var film = made(new Wish.Length(5000), rule(1, Rule.WHOLE));

        assertThat(shown(film)).containsExactly("one");
    }
}

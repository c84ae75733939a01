package dev.beatcut.studio.plan;

import static dev.beatcut.studio.plan.Films.assertOnBeats;
import static dev.beatcut.studio.plan.Films.assertSound;
import static dev.beatcut.studio.plan.Films.film;
import static dev.beatcut.studio.plan.Films.frames;
import static dev.beatcut.studio.plan.Films.plan;
import static dev.beatcut.studio.plan.Films.video;
import static dev.beatcut.studio.plan.Materials.clip;
import static dev.beatcut.studio.plan.Materials.photo;
import static dev.beatcut.studio.plan.Materials.song;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.studio.footage.Footage;
import dev.beatcut.studio.footage.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which moments of which clips and photos a film shows. */
class MaterialChoiceTest {

    @Test
    void nothingIsShownTwiceBeforeEverythingWasShown() {
        var film = film("cut on every second beat, 20 seconds");
        for (var a : video(film)) {
            for (var b : video(film)) {
                boolean apart = a == b
                        || !a.src().equals(b.src())
                        || a.sourceStart() + a.duration() <= b.sourceStart()
                        || b.sourceStart() + b.duration() <= a.sourceStart();
                assertThat(apart).as("%s and %s", a, b).isTrue();
            }
        }
    }

    @Test
    void a_clip_that_is_soft_throughout_is_shown_too() {
        var sharp = clip("a", 20_000, true);
        var soft = clip("b", 20_000, true);
        var moments = soft.footage().moments().stream()
                .map(moment -> new Moment(moment.fromMs(), moment.toMs(), 0.2, 0, null))
                .toList();
        var seen = new Footage(20_000, List.of(), moments, List.of());
        var gradients = new Material(
                soft.name(), soft.src(), soft.kind(), 20_000, soft.width(), soft.height(), true, seen, null);
        var film =
                film("cut on every second beat, 15 seconds", List.of(sharp, gradients, song(120, 4, 0, 60_000)), null);

        assertThat(video(film).stream().filter(shot -> shot.src().equals(soft.src())))
                .hasSizeGreaterThan(3);
    }

    @Test
    void theClipsTakeTurns() {
        var film = film("cut on every second beat, 20 seconds");
        for (var src : List.of("http://cdn/road", "http://cdn/desk", "http://cdn/people")) {
            assertThat(video(film).stream().filter(s -> s.src().equals(src))).hasSizeBetween(9, 12);
        }
    }

    @Test
    void littleMaterialIsShownAgainAndTheReplySaysSo() {
        var materials = List.of(clip("a", 4_000, true), clip("b", 5_000, true), song(120, 4, 0, 60_000));
        var plan = plan("cut on every second beat, 30 seconds", materials, null);
        var film = ((Plan.Edited) plan).timeline();
        assertSound(film, materials);
        assertThat(frames(film)).isEqualTo(900);
        assertThat(plan.reply()).contains("come again");
    }

    @Test
    void oneClipJumpsWithinItself() {
        var materials = List.of(clip("a", 20_000, true), song(120, 4, 0, 60_000));
        assertSound(film("cut on every second beat, 15 seconds", materials, null), materials);
    }

    @Test
    void noSceneCutOfTheSourceFlashesAtTheEdgeOfAShot() {
        var film = film("cut on every second beat, 40 seconds");
        for (var shot : video(film)) {
            var cuts = shot.src().endsWith("road")
                    ? List.of(9_700L, 21_340L)
                    : shot.src().endsWith("people") ? List.of(60_000L) : List.<Long>of();
            for (long cut : cuts) {
                long after = cut - shot.sourceStart();
                long before = shot.sourceStart() + shot.duration() - cut;
                assertThat(after <= 0 || before <= 0 || after >= 400 && before >= 400)
                        .isTrue();
            }
        }
    }

    @Test
    void shotsLongerThanEveryClipAreDividedOnBeats() {
        var materials = List.of(clip("a", 2_500, false), clip("b", 2_500, false), song(120, 4, 0, 60_000));
        var film = film("cut every 2 bars, 16 seconds", materials, null);
        assertSound(film, materials);
        assertOnBeats(film);
    }

    @Test
    void photosMoveAndAreNeverTheirOwnNeighbours() {
        var materials = List.of(photo("p", 4000, 3000), photo("q", 3000, 4000), song(120, 4, 0, 60_000));
        var film = film("make a slideshow, every bar, 20 seconds", materials, null);
        assertSound(film, materials);
        assertThat(video(film)).extracting(s -> s.m().path("kind").asText()).containsOnly("photo");
        for (int i = 1; i < video(film).size(); i++) {
            assertThat(video(film).get(i).src())
                    .isNotEqualTo(video(film).get(i - 1).src());
        }
    }

    @Test
    void onePhotoIsOneShot() {
        var plan = plan("cut to the beat, 10 seconds", List.of(photo("p", 10, 10), song(120, 4, 0, 60_000)), null);
        assertThat(video(((Plan.Edited) plan).timeline())).hasSize(1);
        assertThat(plan.reply()).contains("no cuts");
    }

    @Test
    void clipsTooShortToShowAreDeclined() {
        assertThat(plan("cut to the beat", List.of(clip("a", 120, false), song(120, 4, 0, 60_000)), null))
                .isInstanceOf(Plan.Declined.class);
    }
}

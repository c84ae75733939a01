package dev.beatcut.studio.plan;

import static dev.beatcut.studio.plan.Films.THREE_CLIPS_AND_A_SONG;
import static dev.beatcut.studio.plan.Films.assertOnBeats;
import static dev.beatcut.studio.plan.Films.assertSound;
import static dev.beatcut.studio.plan.Films.film;
import static dev.beatcut.studio.plan.Films.frames;
import static dev.beatcut.studio.plan.Films.plan;
import static dev.beatcut.studio.plan.Films.video;
import static dev.beatcut.studio.plan.Materials.clip;
import static dev.beatcut.studio.plan.Materials.noise;
import static dev.beatcut.studio.plan.Materials.photo;
import static dev.beatcut.studio.plan.Materials.song;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatcut.timeline.Draft;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.TrackType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {

    @Test
    void theSentenceOfTheIssue() {
        var film = film("cut on every second beat, 20 seconds, vertical, title \"Urban Dreams\" for 3 seconds");

        assertSound(film, THREE_CLIPS_AND_A_SONG);
        assertOnBeats(film);
        assertThat(frames(film)).isEqualTo(600);
        assertThat(film.width()).isEqualTo(1080);
        assertThat(film.height()).isEqualTo(1920);
        var title = film.segments(TrackType.TEXT).getFirst();
        assertThat(title.text()).isEqualTo("Urban Dreams");
        assertThat(title.start()).isZero();
        assertThat(title.duration()).isEqualTo(3000);
        var indices = video(film).stream()
                .skip(1)
                .map(s -> s.m().at("/why/beat").asInt())
                .toList();
        assertThat(indices)
                .isEqualTo(IntStream.range(1, indices.size() + 1)
                        .mapToObj(i -> 2 * i)
                        .toList());
        assertThat(film.segments(TrackType.AUDIO).getFirst().sourceStart()).isZero();
    }

    @Test
    void theChineseSentenceOfTheIssue() {
        var plan = plan("把视频剪到节拍上，15秒，竖屏，标题“城市之梦”", THREE_CLIPS_AND_A_SONG, null);
        var film = ((Plan.Edited) plan).timeline();
        assertSound(film, THREE_CLIPS_AND_A_SONG);
        assertOnBeats(film);
        assertThat(frames(film)).isEqualTo(450);
        assertThat(film.segments(TrackType.TEXT).getFirst().text()).isEqualTo("城市之梦");
        assertThat(plan.reply()).contains("15 秒").contains("城市之梦").doesNotContain("Done");
    }

    @Test
    void barsAreCutOnDownbeats() {
        var film = film("cut every two bars, 30 seconds");
        assertOnBeats(film);
        var downbeats = film.m()
                .at("/beats/downbeats")
                .valueStream()
                .map(n -> n.asInt())
                .toList();
        assertThat(video(film).subList(1, video(film).size())).isNotEmpty().allSatisfy(s -> assertThat(downbeats)
                .contains(s.m().at("/why/beat").asInt()));
        assertThat(video(film).get(2).start() - video(film).get(1).start()).isCloseTo(8 * 60_000 / 187, within(34L));
    }

    @Test
    void beatsCloserThanAFlickerAreLeftOut() {
        var film = film(
                "cut on every beat, 10 seconds",
                clip("a", 60_000, false),
                clip("b", 60_000, false),
                song(240, 4, 100, 30_000));
        assertSound(film, List.of(clip("a", 60_000, false), clip("b", 60_000, false), song(240, 4, 100, 30_000)));
    }

    @Test
    void aClockIsFollowedOnTheNearestBeats() {
        var film = film("cut every 2 seconds, 20 seconds");
        assertOnBeats(film);
        assertThat(video(film)).hasSize(10);
        assertThat(video(film).get(3).start()).isCloseTo(6000, within(161L));
    }

    @Test
    void aSongWithoutBeatsIsDeclinedUnlessTheClockIsAskedFor() {
        var materials = List.of(clip("a", 30_000, false), clip("b", 30_000, false), noise(40_000));
        assertThat(plan("cut to the beat", materials, null)).isInstanceOf(Plan.Declined.class);
        assertThat(plan("cut to the beat", materials, null).reply())
                .contains("Rain.wav")
                .contains("every 2 seconds");

        var film = film("cut every 2 seconds, 10 seconds", materials, null);
        assertSound(film, materials);
        assertThat(video(film)).extracting(Segment::start).containsExactly(0L, 2000L, 4000L, 6000L, 8000L);
        assertThat(video(film)).noneSatisfy(s -> assertThat(s.m().has("why")).isTrue());
    }

    @Test
    void withoutALengthTheFilmIsAsLongAsTheMaterialAndEndsOnABarLine() {
        var film = film("cut to the beat", clip("a", 8_000, true), clip("b", 9_000, true), song(120, 4, 0, 95_000));
        assertThat(film.length()).isEqualTo(16_000);
        assertThat(film("cut to the beat").length()).isBetween(45_000L, 60_000L);
    }

    @Test
    void aShortSongIsPlayedToItsEnd() {
        var film = film("cut to the beat", clip("a", 90_000, true), clip("b", 90_000, true), song(120, 4, 0, 20_000));
        assertThat(film.length()).isEqualTo(20_000);
        assertThat(film.segments(TrackType.AUDIO).getFirst().m().path("fadeOut").asInt())
                .isZero();
    }

    @Test
    void aFilmLongerThanTheSongEndsWithItAndSaysSo() {
        var materials = List.of(clip("a", 30_000, false), clip("b", 30_000, false), song(120, 4, 0, 20_500));
        var plan = plan("cut to the beat, 40 seconds", materials, null);
        assertThat(((Plan.Edited) plan).timeline().length()).isEqualTo(20_500);
        assertThat(plan.reply()).contains("song ends before");
    }

    @Test
    void theShortestFilmIsASecond() {
        assertThat(film("cut to the beat, 0.2 seconds").length()).isEqualTo(1000);
    }

    @Test
    void aPictureIsCroppedOnlyWhenHalfOfItStays() {
        assertThat(video(film("vertical, cut to the beat, 5 s")))
                .allSatisfy(s -> assertThat(s.m().path("fit").asText()).isEqualTo("blur"));
        assertThat(video(film("square, cut to the beat, 5 s")))
                .allSatisfy(s -> assertThat(s.m().path("fit").asText()).isEqualTo("cover"));
        assertThat(video(film("wide, cut to the beat, 5 s")))
                .allSatisfy(s -> assertThat(s.m().path("fit").asText()).isEqualTo("cover"));
    }

    @Test
    void theFrameFollowsMostOfThePictures() {
        var song = song(120, 4, 0, 60_000);
        assertThat(film("cut to the beat", photo("p", 3, 4), photo("q", 3, 4), photo("r", 4, 3), song)
                        .height())
                .isEqualTo(1920);
        assertThat(film("cut to the beat", photo("p", 4, 4), photo("q", 4, 4), song)
                        .height())
                .isEqualTo(1080);
        assertThat(film("cut to the beat").width()).isEqualTo(1920);
    }

    @Test
    void theClipsSoundLiesUnderTheMusic() {
        var film = film("cut on every beat, 10 seconds, music at 80%");
        assertThat(film.segments(TrackType.AUDIO).getFirst().gain()).isEqualTo(0.8);
        assertThat(video(film))
                .allSatisfy(s -> assertThat(s.gain()).isEqualTo(s.src().endsWith("road") ? 0.2 : 0));
    }

    @Test
    void theSongMayStartAtItsDropOrItsBestPartOnABarLine() {
        var drop = film("cut to the beat from the drop, 10 seconds");
        assertOnBeats(drop);
        assertThat(drop.segments(TrackType.AUDIO).getFirst().sourceStart()).isCloseTo(30_000, within(700L));
        assertThat(drop.segments(TrackType.AUDIO).getFirst().m().path("fadeIn").asInt())
                .isPositive();
        var best = film("从副歌开始，10秒");
        assertThat(best.segments(TrackType.AUDIO).getFirst().sourceStart()).isCloseTo(47_500, within(700L));
        assertSound(best, THREE_CLIPS_AND_A_SONG);
    }

    @Test
    void theSameRequestMakesTheSameFilm() {
        assertThat(film("cut on every beat, 30 seconds")).isEqualTo(film("cut on every beat, 30 seconds"));
    }

    @Test
    void theDraftSurvivesTheWire() {
        var film = film("cut on every beat, 10 seconds, title \"A\"");
        assertThat(Draft.write(Draft.read(Draft.write(film)))).isEqualTo(Draft.write(film));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "make it pop like my cousin's wedding",
                "add subtitles by speech recognition",
                "加上烟花特效",
                "asdf qwer"
            })
    void whatCannotBeReadChangesNothingAndSaysWhatWorks(String text) {
        assertThat(plan(text, THREE_CLIPS_AND_A_SONG, null)).isInstanceOf(Plan.Declined.class);
        assertThat(plan(text, THREE_CLIPS_AND_A_SONG, null).reply()).containsAnyOf("Urban Dreams", "城市之梦");
    }

    @Test
    void whatWasNotUnderstoodIsNamedAndTheRestIsDone() {
        var plan = plan("cut on every beat, 10 seconds, and paint my dog purple", THREE_CLIPS_AND_A_SONG, null);
        assertThat(plan).isInstanceOf(Plan.Edited.class);
        assertThat(plan.reply()).contains("paint my dog purple");
        assertThat(plan("cut on every beat and add fireworks", THREE_CLIPS_AND_A_SONG, null)
                        .reply())
                .contains("effects");
    }

    @Test
    void missingMaterialIsNamed() {
        assertThat(plan("卡点", List.of(clip("a", 9000, true)), null).reply()).contains("歌曲");
        assertThat(plan("cut to the beat", List.of(), null).reply()).contains("song and at least one clip");
    }

    @Test
    void repliesNameNoPathsAndNoAddresses() {
        assertThat(plan("cut to the beat", THREE_CLIPS_AND_A_SONG, null).reply())
                .doesNotContain("http")
                .doesNotContain("cdn");
    }
}

package dev.beatcut.studio.plan;

import static dev.beatcut.studio.plan.Materials.clip;
import static dev.beatcut.studio.plan.Materials.noise;
import static dev.beatcut.studio.plan.Materials.photo;
import static dev.beatcut.studio.plan.Materials.song;
import static dev.beatcut.timeline.FrameRate.FPS_30;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatcut.timeline.Draft;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {

    private static final List<Material> THREE_CLIPS_AND_A_SONG = List.of(
            clip("road", 30_000, true, 9_700L, 21_340L),
            clip("desk", 40_000, false),
            clip("people", 139_000, false, 60_000L),
            song(187, 4, 120, 95_000));

    private final Planner planner = new Planner();

    private Plan plan(String text, List<Material> materials, Timeline current) {
        return planner.plan(new Request(text, null, materials, current));
    }

    private Timeline film(String text, List<Material> materials, Timeline current) {
        assertThat(plan(text, materials, current)).isInstanceOf(Plan.Edited.class);
        return ((Plan.Edited) plan(text, materials, current)).timeline();
    }

    private Timeline film(String text, Material... materials) {
        return film(text, List.of(materials), null);
    }

    private Timeline film(String text) {
        return film(text, THREE_CLIPS_AND_A_SONG, null);
    }

    private static List<Segment> video(Timeline film) {
        return film.segments(TrackType.VIDEO);
    }

    private static long frames(Timeline film) {
        return FPS_30.frameAt(film.length());
    }

    /** What holds for every film. */
    private static void assertSound(Timeline film, List<Material> materials) {
        long end = 0;
        Segment last = null;
        for (var segment : video(film)) {
            assertThat(segment.start()).isEqualTo(end);
            assertThat(FPS_30.msOf(FPS_30.frameAt(segment.start()))).isEqualTo(segment.start());
            assertThat(FPS_30.frameAt(segment.end()) - FPS_30.frameAt(segment.start()))
                    .isGreaterThanOrEqualTo(9);
            end = segment.end();
            var source = materials.stream()
                    .filter(m -> m.src().equals(segment.src()))
                    .findFirst()
                    .orElseThrow();
            if (source.kind() == Material.Kind.CLIP) {
                assertThat(segment.sourceStart()).isNotNegative();
                assertThat(segment.sourceStart() + segment.duration()).isLessThanOrEqualTo(source.durationMs());
            } else {
                assertThat(segment.m().path("move").asText()).isNotBlank();
            }
            if (last != null && last.src().equals(segment.src())) {
                assertThat(Math.abs(segment.sourceStart() - last.sourceStart() - last.duration()))
                        .isGreaterThanOrEqualTo(300);
            }
            last = segment;
        }
        assertThat(end).isEqualTo(film.length());
        var music = film.segments(TrackType.AUDIO).getFirst();
        assertThat(music.end()).isEqualTo(film.length());
    }

    /** Every cut but the ones without a why is on the frame nearest to its beat. */
    private static void assertOnBeats(Timeline film) {
        var beats = film.m().at("/beats/beats");
        long songStart = film.segments(TrackType.AUDIO).getFirst().sourceStart();
        for (var segment : video(film).subList(1, video(film).size())) {
            var why = segment.m().path("why");
            assertThat(why.isObject()).isTrue();
            long at = beats.get(why.path("beat").asInt()).asLong() - songStart;
            assertThat(why.path("at").asLong()).isEqualTo(at);
            assertThat(FPS_30.frameAt(segment.start())).isEqualTo(FPS_30.frameAt(at));
        }
    }

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

    @ParameterizedTest
    @CsvSource({"187,4", "128,4", "90,4", "60,4", "150,3", "72.5,4", "174.3,4", "200,3", "240,4"})
    void unaskedACutComesEverySecondOrTwo(double tempo, int metre) {
        var song = song(tempo, metre, 250, 60_000);
        var film = film("cut to the beat, 20 seconds", clip("a", 60_000, true), clip("b", 60_000, true), song);
        assertSound(film, List.of(clip("a", 60_000, true), clip("b", 60_000, true), song));
        assertOnBeats(film);
        var inner = video(film).subList(1, video(film).size() - 1);
        assertThat(inner).isNotEmpty().allSatisfy(s -> assertThat(s.duration()).isBetween(960L, 2040L));
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
        var song = song(120, 4, 0, 60_000);
        assertThat(plan("cut to the beat", List.of(song), null)).isInstanceOf(Plan.Declined.class);
        assertThat(plan("cut to the beat", List.of(song), null).reply()).contains("clip or photo");
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

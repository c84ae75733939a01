package dev.beatcut.studio.plan;

import static dev.beatcut.studio.plan.Films.assertSound;
import static dev.beatcut.studio.plan.Films.plan;
import static dev.beatcut.studio.plan.Films.video;
import static dev.beatcut.studio.plan.Materials.clip;
import static dev.beatcut.studio.plan.Materials.photo;
import static dev.beatcut.studio.plan.Materials.song;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages about some files only. */
class NamedFilesTest {

    private static final List<Material> MATERIALS = List.of(
            named("road.mp4", clip("road", 30_000, true)),
            named("clip 10s.mp4", clip("ten", 30_000, false)),
            named("a_ b.v2.mp4", clip("comma", 30_000, false)),
            named("海边 日落.mp4", clip("sea", 30_000, false)),
            named("____.mp4", clip("carried", 30_000, false)),
            named("road.jpg", photo("road", 4000, 3000)),
            named("road.mp3", song(120, 4, 0, 90_000)),
            named("other.mp3", withSrc("http://cdn/other.mp3", song(100, 4, 0, 90_000))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "road.mp4|road",
                "clip 10s.mp4|ten",
                "a, b.v2.mp4|comma",
                "road.mp4, a, b.v2.mp4, clip 10s.mp4|road comma ten",
                "海边 日落.mp4|sea",
                "海边 日落.mp4, road.jpg|sea road",
                "城市之梦.mp4|carried",
                "ROAD.MP4|road",
            })
    void onlyNamedClipsAndPhotosAreShown(String names, String shown) {
        var plan = plan("cut to the beat, 20 seconds\n\nUse only these files: " + names + ".", MATERIALS, null);
        var film = ((Plan.Edited) plan).timeline();

        assertSound(film, MATERIALS);
        assertThat(shown(film)).isEqualTo(sorted(shown));
        assertThat(film.length()).isEqualTo(20_000);
        assertThat(film.segments(TrackType.TEXT)).isEmpty();
        assertThat(plan.reply()).doesNotContain("Not ");
    }

    @Test
    void theChineseFormIsObeyedToo() {
        var plan = plan("剪到节拍上，竖屏\n\n只使用这些文件：海边 日落.mp4、clip 10s.mp4、other.mp3。", MATERIALS, null);
        var film = ((Plan.Edited) plan).timeline();

        assertThat(shown(film)).isEqualTo("sea ten");
        assertThat(songOf(film)).isEqualTo("http://cdn/other.mp3");
        assertThat(plan.reply()).doesNotContain("没有使用", "没有做");
    }

    @Test
    void filesWithTheSameStemAreToldApart() {
        assertThat(shown(film("cut to the beat\n\nUse only these files: road.jpg, clip 10s.mp4.")))
                .isEqualTo("road ten");
        var film = film("cut to the beat\n\nUse only these files: road.jpg, clip 10s.mp4, road.mp3.");
        assertThat(video(film)).extracting(s -> s.m().path("kind").asText()).contains("photo");
        assertThat(songOf(film)).isEqualTo("http://cdn/song.mp3");
    }

    @Test
    void aNamedSongIsTheSong() {
        assertThat(songOf(film("cut to the beat\n\nUse only these files: road.mp4, other.mp3.")))
                .isEqualTo("http://cdn/other.mp3");
    }

    @Test
    void withoutANamedSongAnySongMayBeUsed() {
        assertThat(songOf(film("cut to the beat\n\nUse only these files: road.mp4.")))
                .isEqualTo("http://cdn/song.mp3");
    }

    @Test
    void withANamedSongOnlyThereIsNothingToShow() {
        assertThat(plan("cut to the beat\n\nUse only these files: other.mp3.", MATERIALS, null))
                .isInstanceOf(Plan.Declined.class)
                .extracting(Plan::reply)
                .asString()
                .contains("None of the files you named is a clip or photo");
    }

    @Test
    void namesThatAreUnknownAreSaidAndTheOthersUsed() {
        var plan = plan("cut to the beat\n\nUse only these files: gone, away.mp4, road.mp4.", MATERIALS, null);
        assertThat(shown(((Plan.Edited) plan).timeline())).isEqualTo("road");
        assertThat(plan.reply()).contains("Not used, because I don't have them: \"gone\", \"away.mp4\".");
    }

    @Test
    void withUnknownNamesOnlyNothingElseIsUsedInstead() {
        var plan = plan("卡点\n\n只使用这些文件：没有的.mov。", MATERIALS, null);
        assertThat(plan).isInstanceOf(Plan.Declined.class);
        assertThat(plan.reply()).contains("没有使用（我这里没有）：“没有的.mov”。");
    }

    @Test
    void aFilmThatShowsOtherFilesIsCutAnew() {
        var film = film("cut to the beat, 20 seconds");
        var only = plan("title \"Sea\"\n\nUse only these files: 海边 日落.mp4.", MATERIALS, film);
        assertThat(shown(((Plan.Edited) only).timeline())).isEqualTo("sea");
    }

    @Test
    void aFilmOfTheNamedFilesIsOnlyTouchedUp() {
        var film = film("cut to the beat, 20 seconds\n\nUse only these files: road.mp4, clip 10s.mp4.");
        var only = plan("title \"Road\"\n\nUse only these files: clip 10s.mp4, road.mp4.", MATERIALS, film);
        assertThat(video(((Plan.Edited) only).timeline())).isEqualTo(video(film));
        assertThat(only.reply()).contains("The rest is as it was.");
    }

    private static Timeline film(String text) {
        return Films.film(text, MATERIALS, null);
    }

    private static String songOf(Timeline film) {
        return film.segments(TrackType.AUDIO).getFirst().src();
    }

    private static String shown(Timeline film) {
        return video(film).stream()
                .map(segment -> segment.src().replace("http://cdn/", ""))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String sorted(String words) {
        return List.of(words.split(" ")).stream().sorted().collect(Collectors.joining(" "));
    }

    private static Material named(String name, Material made) {
        return new Material(
                name,
                made.src(),
                made.kind(),
                made.durationMs(),
                made.width(),
                made.height(),
                made.hasSound(),
                made.footage(),
                made.beats());
    }

    private static Material withSrc(String src, Material made) {
        return new Material(
                made.name(),
                src,
                made.kind(),
                made.durationMs(),
                made.width(),
                made.height(),
                made.hasSound(),
                made.footage(),
                made.beats());
    }
}

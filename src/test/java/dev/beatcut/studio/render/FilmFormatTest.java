package dev.beatcut.studio.render;

import static dev.beatcut.studio.render.Workshop.m;
import static dev.beatcut.studio.render.Workshop.shot;
import static dev.beatcut.studio.render.Workshop.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.studio.ffmpeg.MediaInfo;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmFormatTest {

    private static Workshop workshop;
    private static Path clip;
    private static Path song;

    @BeforeAll
    static void open(@TempDir Path folder) {
        workshop = new Workshop(folder);
        clip = workshop.picture("clip.mp4", "testsrc2=s=320x180:r=30", "-t", "4", "-pix_fmt", "yuv420p");
        song = workshop.media("song.wav", List.of("-f", "lavfi", "-i", "sine=f=500:d=4"));
    }

    private static Timeline small() {
        var music = Segment.media(null, 0, 1000, "" + song, 0, 1, m());
        var why = m();
        why.putObject("why").put("at", 500);
        var shots = List.of(shot(0, 500, clip, 0), shot(500, 1000, clip, 2500, why));
        return timeline(1000, shots, List.of(music), List.of());
    }

    private static Film made(Timeline timeline, Output output) throws IOException {
        var scratch = Files.createTempDirectory(workshop.folder, "scratch");
        var target = scratch.resolve("film." + output.format());
        return workshop.maker()
                .make(
                        timeline,
                        workshop.sources(),
                        output,
                        target,
                        Files.createDirectory(scratch.resolve("work")),
                        percent -> {});
    }

    @Test
    void webm_is_vp9_and_opus_with_every_cut_on_its_frame() throws IOException {
        var film = made(small(), Output.asked("webm", null, null, false));
        var info = workshop.ffmpeg.probe(film.file());

        assertThat(info.format()).isEqualTo("webm");
        assertThat(List.of(info.videoCodec(), info.audioCodec())).containsExactly("vp9", "opus");
        assertThat(workshop.frames(film.file(), "gray", 1)).hasSize(30);
        assertThat(film.report()).isEqualTo(new SyncReport(1, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void gif_moves_in_whole_hundredths_of_a_second() throws IOException {
        var film = made(small(), Output.asked("gif", null, null, false));
        var info = workshop.ffmpeg.probe(film.file());

        assertThat(info.kind()).isEqualTo(MediaInfo.Kind.VIDEO);
        assertThat(info.format()).isEqualTo("gif");
        assertThat(workshop.frames(film.file(), "gray", 1)).hasSizeBetween(12, 13);
        assertThat(film.report().cuts()).isEqualTo(1);
    }

    @Test
    void mp3_is_the_sound_alone() throws IOException {
        var film = made(small(), Output.asked("MP3", null, null, false));
        var info = workshop.ffmpeg.probe(film.file());

        assertThat(info.kind()).isEqualTo(MediaInfo.Kind.AUDIO);
        assertThat(info.format()).isEqualTo("mp3");
        assertThat(workshop.sound(film.file()).length).isBetween(48_000, 48_000 + 2 * 1152);
        assertThat(film.poster()).isNull();
        assertThat(List.of(film.width(), film.height())).containsExactly(0, 0);
    }

    @Test
    void there_is_no_mp3_of_a_film_in_which_nothing_is_heard() {
        assertThatThrownBy(() -> made(timeline(1000, shot(0, 1000, clip, 0)), Output.asked("mp3", null, null, false)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOTHING_TO_EXPORT));
    }

    @Test
    void a_preview_is_480p() throws IOException {
        var large = new Timeline(
                200L,
                small().tracks(),
                m().put("width", 1080).put("height", 1920).put("fps", 30),
                null);
        var film = made(large, Output.asked(null, null, "4k", true));

        assertThat(List.of(film.width(), film.height())).containsExactly(480, 854);
        assertThat(film.note()).isNull();
    }

    @Test
    void a_film_of_4k_is_made_only_of_sources_that_have_as_many_pixels() throws IOException {
        var photo = workshop.picture("photo.jpg", "color=red:s=2160x3840", "-frames:v", "1");
        var m = m().put("width", 1080).put("height", 1920).put("fps", 30);
        var asked = Output.asked(null, "draft", "4K", false);
        var sharp = new Timeline(100L, timeline(100, shot(0, 100, photo, 0)).tracks(), m, null);
        var coarse = new Timeline(100L, timeline(100, shot(0, 100, clip, 0)).tracks(), m, null);

        assertThat(made(sharp, asked)).satisfies(film -> {
            assertThat(List.of(film.width(), film.height())).containsExactly(2160, 3840);
            assertThat(film.note()).isNull();
        });
        assertThat(made(coarse, asked)).satisfies(film -> {
            assertThat(List.of(film.width(), film.height())).containsExactly(1080, 1920);
            assertThat(film.note()).contains("4k", "1080p");
        });
    }

    @Test
    void what_is_not_accepted_is_said_with_what_is() {
        assertThatThrownBy(() -> Output.asked("mkv", null, null, false))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.detail()).contains("output.format", "\"mkv\"");
                    assertThat(problem.next()).contains("mp4, webm, gif, mp3");
                });
        assertThatThrownBy(() -> Output.asked(null, null, "8k", false))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.next()).contains("480p, 720p, 1080p, 4k"));
        assertThatThrownBy(() -> Output.asked(null, "best", null, false)).isInstanceOf(Problem.class);
    }

    @Test
    void the_poster_is_a_picture_of_the_film_and_not_one_of_its_black_frames() throws IOException {
        var black = workshop.plain("black.mp4", "black", "30", 2);
        var shots = List.of(shot(0, 800, black, 0), shot(800, 1200, clip, 0), shot(1200, 2000, black, 0));
        var poster = made(timeline(2000, shots, List.of(), List.of()), Output.DEFAULT)
                .poster();
        var info = workshop.ffmpeg.probe(poster);

        assertThat(info.format()).isEqualTo("jpg");
        assertThat(List.of(info.width(), info.height())).containsExactly(Workshop.WIDTH, Workshop.HEIGHT);
        assertThat(workshop.greys(poster)[0]).isGreaterThan(40);
    }
}

package dev.beatcut.studio.footage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.studio.ffmpeg.Made;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    private static final String LIVELY = "testsrc2=s=320x180:r=30:d=3";

    @TempDir
    Path folder;

    @Test
    void moments_cover_the_clip_without_gaps_and_respect_cuts() {
        var footage = look("testsrc2=s=160x90:r=30:d=1.3,setsar=1[a];smptebars=s=160x90:r=30:d=0.3[b];"
                + "mandelbrot=s=160x90:r=30,trim=duration=2.9,setsar=1[c];[a][b][c]concat=n=3");

        var moments = footage.moments();
        assertThat(footage.cutsMs()).containsExactly(1300L, 1600L);
        assertThat(moments.getFirst().fromMs()).isZero();
        assertThat(moments.getLast().toMs()).isEqualTo(footage.durationMs()).isEqualTo(4500);
        for (int i = 1; i < moments.size(); i++) {
            assertThat(moments.get(i).fromMs()).isEqualTo(moments.get(i - 1).toMs());
        }
        assertThat(moments).allMatch(moment -> {
            long length = moment.toMs() - moment.fromMs();
            return length >= 250 && length <= 1000;
        });
        assertThat(footage.cutsMs()).allMatch(cut -> moments.stream().anyMatch(moment -> moment.fromMs() == cut));
    }

    @Test
    void a_lively_picture_is_worth_showing() {
        assertThat(look(LIVELY).moments()).allMatch(moment -> moment.interest() > 0.4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "color=black:s=320x180:r=30:d=3,noise=alls=4:allf=t",
                "smptebars=s=320x180:r=30:d=3",
                LIVELY + ",loop=loop=90:size=1:start=0,trim=duration=3",
                LIVELY + ",gblur=sigma=25",
                LIVELY + ",lutyuv=y='val*0.03+15'"
            })
    void black_frozen_and_blurred_pictures_are_not(String source) {
        assertThat(look(source).moments()).allMatch(moment -> moment.interest() < 0.1);
    }

    @Test
    void faster_motion_is_more_motion() {
        var slow = "mandelbrot=s=1280x180:r=30,crop=320:180:x='n*1':y=0,trim=duration=2";
        var fast = "mandelbrot=s=1280x180:r=30,crop=320:180:x='n*8':y=0,trim=duration=2";
        var still = "smptebars=s=320x180:r=30:d=2";

        assertThat(mean(fast, Moment::motion)).isGreaterThan(1.5 * mean(slow, Moment::motion));
        assertThat(mean(slow, Moment::motion)).isGreaterThan(0.02);
        assertThat(mean(still, Moment::motion)).isLessThan(0.005);
    }

    @Test
    void motion_does_not_depend_on_the_frame_rate() {
        var at60 = mean("testsrc2=s=320x180:r=60:d=2", Moment::motion);
        var at15 = mean("testsrc2=s=320x180:r=60:d=2,fps=15", Moment::motion);

        assertThat(at15).isBetween(0.6 * at60, 1.4 * at60);
    }

    @Test
    void a_clip_of_one_frame_is_one_moment() {
        var moments = look("testsrc2=s=160x90:r=10:d=0.1").moments();

        assertThat(moments).hasSize(1);
        assertThat(moments.getFirst().interest()).isZero();
    }

    @Test
    void an_animated_gif_and_a_turned_clip_are_seen_too() {
        var gif = Made.clip(folder.resolve("a.gif"), LIVELY);
        var upright = Made.clip(folder.resolve("a.mp4"), LIVELY);
        var turned = Made.make(
                folder.resolve("t.mp4"), List.of("-display_rotation", "-90", "-i", upright.toString(), "-c", "copy"));

        for (var clip : List.of(gif, turned)) {
            var footage = new FootageScout(Made.FFMPEG).look(clip, Made.FFMPEG.probe(clip));
            assertThat(footage.moments()).hasSize(6).allMatch(moment -> moment.motion() > 0.05);
        }
    }

    @Test
    void what_is_out_of_focus_beside_the_rest_is_not_worth_showing() {
        var moments = look(LIVELY.replace("d=3", "d=6") + ",gblur=sigma=7:enable='gte(t,4)'")
                .moments();

        assertThat(moments.subList(0, 8)).allMatch(moment -> moment.interest() > 0.4);
        assertThat(moments.subList(8, 12)).allMatch(moment -> moment.interest() < 0.25);
    }

    private double mean(String source, ToDoubleFunction<Moment> of) {
        return look(source).moments().stream().mapToDouble(of).average().orElseThrow();
    }

    private Footage look(String source) {
        var clip = Made.clip(folder.resolve("clip.mp4"), source + ",format=yuv420p");
        return new FootageScout(Made.FFMPEG).look(clip, Made.FFMPEG.probe(clip));
    }
}

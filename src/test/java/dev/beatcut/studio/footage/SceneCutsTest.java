package dev.beatcut.studio.footage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.studio.ffmpeg.Made;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SceneCutsTest {

    private static final String SIZE = "s=160x90:r=30";
    /** Seven shots: graphics, a zoom, still bars, wild noise, a counter, and two plain colours. */
    private static final String SHOTS = "testsrc2=%1$s:d=1.5,setsar=1[a];"
            + "mandelbrot=%1$s:end_scale=0.01,trim=duration=1,setsar=1[b];"
            + "smptebars=%1$s:d=0.7,setsar=1[c];"
            + "life=%1$s:mold=10:ratio=0.1:seed=7:life_color=white,trim=start=1:duration=2,setpts=PTS-STARTPTS,setsar=1[d];"
            + "testsrc=%1$s:d=1,setsar=1[e];color=navy:%1$s:d=1[f];color=maroon:%1$s:d=1[g];"
            + "[a][b][c][d][e][f][g]concat=n=7,format=yuv420p";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", ",noise=alls=25:allf=t", ",hue=s=0", ",lutyuv=y='(val-128)*0.4+128'"})
    void every_cut_is_found_on_its_frame_and_none_besides(String worse) {
        assertThat(cuts(SHOTS.formatted(SIZE) + worse)).containsExactly(1500L, 2500L, 3200L, 5200L, 6200L, 7200L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "testsrc2=%s",
                "testsrc=%s",
                "mandelbrot=%s",
                "smptebars=%s",
                "cellauto=%s",
                "gradients=%s:speed=0.05",
                "sierpinski=%s",
                "life=%s:mold=10:ratio=0.1:seed=1,trim=start_frame=5,setpts=PTS-STARTPTS",
                "mandelbrot=s=640x90:r=30,crop=160:90:x='n*4':y=0"
            })
    void steady_motion_holds_no_cut(String source) {
        assertThat(cuts(source.formatted(SIZE) + ",trim=duration=3,format=yuv420p"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"testsrc2=%s", "color=white:%s"})
    void a_fade_holds_no_cut(String source) {
        var fades = ":d=4,format=yuv420p,fade=in:d=1,fade=out:st=3:d=0.5";

        assertThat(cuts(source.formatted(SIZE) + fades)).isEmpty();
    }

    @Test
    void a_dissolve_holds_no_cut() {
        assertThat(cuts("testsrc2=%1$s:d=3[a];smptebars=%1$s:d=3[b];[a][b]xfade=duration=1:offset=2".formatted(SIZE)))
                .isEmpty();
    }

    @Test
    void a_cut_out_of_wild_motion_is_found_by_its_colours() {
        var source =
                "color=gray:%1$s:d=1.5,noise=alls=100:allf=t,scale=160:90,gblur=sigma=4,lutyuv=y='clip((val-128)*6+128,16,235)',setsar=1[a];"
                        + "smptebars=%1$s:d=1.5,setsar=1[b];[a][b]concat=n=2";

        assertThat(cuts(source.formatted(SIZE))).containsExactly(1500L);
    }

    @Test
    void a_flash_is_no_cut() {
        assertThat(cuts("mandelbrot=%s,trim=duration=3,drawbox=c=white:t=fill:enable='eq(n,45)'".formatted(SIZE)))
                .isEmpty();
    }

    @Test
    void frames_that_are_shown_several_times_are_no_cuts() {
        assertThat(cuts("testsrc2=s=160x90:r=12:d=3,fps=60")).isEmpty();
    }

    @Test
    void a_montage_of_short_shots_is_cut_at_each() {
        var montage = "mandelbrot=%s:end_scale=0.001,trim=duration=2,hue=h='floor(n/10)*70',rotate='floor(n/10)*1.3'";

        assertThat(cuts(montage.formatted(SIZE))).containsExactly(333L, 667L, 1000L, 1333L, 1667L);
    }

    @Test
    void a_slide_show_is_cut_at_each_picture() {
        var slides = "testsrc2=s=160x90:r=30,select='not(mod(n,45))',fps=30,hue=h='floor(n/45)*90',trim=duration=6";

        assertThat(cuts(slides)).containsExactly(1500L, 3000L, 4500L);
    }

    @Test
    void at_an_odd_frame_rate_the_time_is_the_frames_own() {
        var source = "testsrc2=%1$s:d=2[a];smptehdbars=%1$s:d=2[b];[a][b]concat=n=2";

        assertThat(cuts(source.formatted("s=160x90:r=30000/1001"))).containsExactly(2002L);
    }

    @Test
    void at_a_variable_frame_rate_the_time_is_the_frames_own() {
        var uneven = SHOTS.formatted(SIZE) + ",select='not(eq(mod(n,7),3))'"; // of frame 45, which is dropped: 46

        assertThat(cuts(uneven, "-fps_mode", "vfr")).containsExactly(1533L, 2500L, 3200L, 5200L, 6200L, 7200L);
    }

    private List<Long> cuts(String source, String... options) {
        var clip = Made.clip(folder.resolve("clip.mp4"), source, options);
        return new FootageScout(Made.FFMPEG).look(clip, Made.FFMPEG.probe(clip)).cutsMs();
    }
}

package dev.beatcut.studio.footage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.studio.ffmpeg.Made;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionTest {

    private static final String NOISE = ",noise=alls=6:allf=t,format=yuv420p";

    @TempDir
    Path folder;

    private List<Moment> moments(String source) {
        var clip = Made.clip(folder.resolve("clip.mp4"), source + NOISE);
        return new FootageScout(Made.FFMPEG).look(clip, Made.FFMPEG.probe(clip)).moments();
    }

    /** White, 32 by 36 of 320 by 180 pixels, on a room that stands still. */
    private static String box(String x, String y) {
        return "smptebars=s=320x180:r=30:d=2[room];color=white:s=32x36:r=30:d=2[box];[room][box]overlay=x='" + x
                + "':y='" + y + "'";
    }

    @Test
    void the_action_is_where_something_moves() {
        assertThat(moments(box("20", "20+60*t"))).hasSize(4).allSatisfy(moment -> {
            assertThat(moment.action().x()).isBetween(0.08, 0.15);
            assertThat(moment.action().width()).isLessThan(0.15);
        });
    }

    @Test
    void the_action_goes_along_with_what_moves() {
        var walk = moments(box("100*t", "130"));

        assertThat(walk).allSatisfy(moment -> assertThat(moment.action().y()).isBetween(0.75, 0.9));
        for (int i = 0; i < walk.size(); i++) {
            double middle = (100 * (0.25 + 0.5 * i) + 16) / 320;
            assertThat(walk.get(i).action().x()).isBetween(middle - 0.04, middle + 0.04);
        }
    }

    @Test
    void what_stands_still_has_none_whatever_its_noise() {
        assertThat(moments(box("20", "20")))
                .allSatisfy(moment -> assertThat(moment.action()).isNull());
    }

    @Test
    void a_camera_that_moves_moves_the_whole_picture() {
        var pan = moments("smptebars=s=320x180:r=30:d=2,scroll=h=0.02");

        assertThat(pan).allSatisfy(moment -> assertThat(moment.action().width()).isGreaterThan(0.4));
    }

    @Test
    void a_cut_is_no_action() {
        var cut = moments("smptebars=s=320x180:r=30:d=1[a];mandelbrot=s=320x180:r=30,trim=end_frame=1,loop=30:1,"
                + "trim=duration=1,setsar=1[b];[a]setsar=1[a1];[a1][b]concat=n=2");

        assertThat(cut).allSatisfy(moment -> assertThat(moment.action()).isNull());
    }
}

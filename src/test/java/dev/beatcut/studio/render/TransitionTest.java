package dev.beatcut.studio.render;

import static dev.beatcut.studio.render.Workshop.m;
import static dev.beatcut.studio.render.Workshop.shot;
import static dev.beatcut.studio.render.Workshop.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.timeline.FrameRate;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransitionTest {

    private static final FrameRate RATE = FrameRate.FPS_30;

    private static Workshop workshop;
    private static final Map<String, Path> CLIPS = new HashMap<>();

    @BeforeAll
    static void open(@TempDir Path folder) {
        workshop = new Workshop(folder);
        for (var rate : List.of("30", "25/2", "179/6")) {
            for (var color : List.of("red", "blue")) {
                var name = color + rate.replace('/', '-') + ".mp4";
                CLIPS.put(color + rate, workshop.plain(name, color, rate, 4));
            }
        }
    }

    private static ObjectNode into(String type, long ms) {
        var m = m();
        m.putObject("transition").put("type", type).put("ms", ms);
        m.putObject("why").put("at", 500);
        return m;
    }

    private static Film film(String rate, String type, long ms) {
        return workshop.film(timeline(
                1000,
                shot(0, 500, CLIPS.get("red" + rate), 1000),
                shot(500, 1000, CLIPS.get("blue" + rate), 1234, into(type, ms))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "25/2", "179/6"})
    void a_flash_is_white_on_the_cut_and_gone_after_its_time(String rate) {
        var film = film(rate, "flash", 200);
        var seen = workshop.colors(film.file(), 0.5, 0.5);

        assertThat(seen)
                .startsWith("r".repeat(15) + "w")
                .endsWith("b".repeat(9))
                .hasSize(30);
        var light = workshop.greys(film.file());
        for (int n = 16; n <= 21; n++) {
            assertThat(light[n]).as("frame " + n).isLessThan(light[n - 1]);
        }
        assertThat(film.report()).isEqualTo(new SyncReport(1, 1, 0, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "25/2", "179/6"})
    void a_crossfade_lies_half_before_and_half_after_the_cut(String rate) {
        var film = film(rate, "crossfade", 400);
        var frames = workshop.frames(film.file(), "rgb24", 3);

        for (int n = 0; n < 30; n++) {
            double blue = Math.clamp((n - 8) / 13.0, 0, 1);
            int at = 3 * (160 * Workshop.WIDTH + 90);
            assertThat((frames.get(n)[at + 2] & 0xFF) / 255.0).as("frame " + n).isCloseTo(blue, within(0.04));
            assertThat((frames.get(n)[at] & 0xFF) / 255.0).as("frame " + n).isCloseTo(1 - blue, within(0.04));
        }
        assertThat(film.report()).as("no cut is there").isEqualTo(new SyncReport(0, 0, 0, 0, 0, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "25/2", "179/6"})
    void a_zoom_punch_cuts_hard_on_its_frame(String rate) {
        var film = film(rate, "zoom-punch", 300);

        assertThat(workshop.colors(film.file(), 0.5, 0.5)).isEqualTo("r".repeat(15) + "b".repeat(15));
        assertThat(film.report()).isEqualTo(new SyncReport(1, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void a_zoom_punch_begins_enlarged_and_settles() {
        var framed = workshop.picture(
                "framed.mp4",
                "color=lime:s=180x320:r=30,drawbox=t=8:color=red,drawbox=x=60:y=120:w=60:h=80:color=blue:t=fill",
                "-t",
                "2",
                "-pix_fmt",
                "yuv420p");
        var film = workshop.film(timeline(1000, shot(0, 1000, framed, 0, into("zoom-punch", 200))));
        var wide = workshop.frames(film.file(), "rgb24", 3).stream()
                .mapToLong(TransitionTest::blueInTheMiddleRow)
                .toArray();

        assertThat(wide[0]).as("15 % larger").isCloseTo(69, within(2L));
        for (int n = 1; n < 6; n++) {
            assertThat(wide[n]).as("frame " + n).isLessThanOrEqualTo(wide[n - 1] + 1);
        }
        for (int n = 6; n < 30; n++) {
            assertThat(wide[n]).as("frame " + n).isCloseTo(60, within(1L));
        }
        assertThat(workshop.colors(film.file(), 0.02, 0.5)).startsWith("g").endsWith("r".repeat(24));
    }

    private static long blueInTheMiddleRow(byte[] frame) {
        long count = 0;
        for (int x = 0; x < Workshop.WIDTH; x++) {
            int at = 3 * (160 * Workshop.WIDTH + x);
            count += (frame[at + 2] & 0xFF) > 128 ? 1 : 0;
        }
        return count;
    }

    @Test
    void a_crossfade_without_room_for_it_is_shorter_or_a_cut() {
        var red = CLIPS.get("red30");
        var blue = CLIPS.get("blue30");
        var atItsStart =
                workshop.film(timeline(1000, shot(0, 500, red, 0), shot(500, 1000, blue, 0, into("crossfade", 200))));
        var afterNothing = workshop.film(timeline(1000, shot(500, 1000, blue, 0, into("crossfade", 200))));

        assertThat(workshop.colors(atItsStart.file(), 0.5, 0.5))
                .as("the later source has nothing before its start")
                .startsWith("r".repeat(15))
                .endsWith("b".repeat(12));
        assertThat(workshop.colors(afterNothing.file(), 0.5, 0.5)).isEqualTo("k".repeat(15) + "b".repeat(15));
        assertThat(afterNothing.report().cuts()).isEqualTo(1);
    }

    @Test
    void crossfades_one_after_the_other_keep_every_frame() {
        var clips = List.of(CLIPS.get("red30"), CLIPS.get("blue30"));
        var shots = new ArrayList<Segment>();
        for (int i = 0; i < 9; i++) {
            shots.add(shot(i * 200L, i * 200L + 200, clips.get(i % 2), 1000, into("crossfade", 300)));
        }
        var film = workshop.film(timeline(1800, shots, List.of(), List.of()));

        assertThat(workshop.colors(film.file(), 0.5, 0.5)).hasSize(54);
    }

    @Test
    void the_picture_comes_out_of_black_and_goes_into_it() {
        var white = workshop.plain("white.mp4", "white", "30", 9);
        var m = m().put("width", Workshop.WIDTH).put("height", Workshop.HEIGHT).put("fps", 30);
        m.put("fadeIn", 2500).put("fadeOut", 500);
        var plain = timeline(5000, shot(0, 5000, white, 0));
        var greys = workshop.greys(
                workshop.film(new Timeline(5000L, plain.tracks(), m, null)).file());

        for (int n = 0; n < 150; n++) {
            double light = Math.min(Math.min(1, n / 75.0), n < 135 ? 1 : (150 - n) / 15.0);
            assertThat(greys[n]).as("frame " + n).isCloseTo(light * 255, within(7.0));
        }
    }

    @Test
    void every_cut_of_a_film_is_on_its_frame_as_read_from_the_file_itself() {
        var rates = List.of("30", "25/2", "179/6");
        var kinds = List.of("cut", "flash", "zoom-punch");
        var shots = new ArrayList<Segment>();
        long from = 0;
        for (int i = 0; i < 24; i++) {
            long beat = Math.round((i + 1) * 60_000 / 140.0);
            long to = RATE.msOf(RATE.frameAt(beat));
            var m = into(kinds.get(i % 3), 100);
            m.putObject("why").put("at", i * 60_000 / 140.0);
            var clip = CLIPS.get((i % 2 == 0 ? "red" : "blue") + rates.get(i % 3));
            shots.add(shot(from, to, clip, 131L * i % 3000, m));
            from = to;
        }
        var film = workshop.film(timeline(from, shots, List.of(), List.of()));

        var seen = workshop.colors(film.file(), 0.5, 0.5);
        for (int i = 1; i < 24; i++) {
            int cut = (int) RATE.frameAt(shots.get(i).start());
            var before = i % 2 == 0 ? 'b' : 'r';
            var after = i % 3 == 1 ? 'w' : i % 2 == 0 ? 'r' : 'b';
            assertThat("" + seen.charAt(cut - 1) + seen.charAt(cut))
                    .as("cut " + i)
                    .isEqualTo("" + before + after);
        }
        assertThat(film.report().cuts()).isEqualTo(23);
        assertThat(film.report().found()).isEqualTo(23);
        assertThat(film.report().frameErrors()).isZero();
        assertThat(film.report().meanMs()).isLessThanOrEqualTo(15);
    }
}

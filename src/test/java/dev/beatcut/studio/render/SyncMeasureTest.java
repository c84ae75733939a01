package dev.beatcut.studio.render;

import static dev.beatcut.studio.render.Workshop.m;
import static dev.beatcut.studio.render.Workshop.shot;
import static dev.beatcut.studio.render.Workshop.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.studio.render.SyncMeasure.Cut;
import dev.beatcut.timeline.FrameRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncMeasureTest {

    private static Workshop workshop;
    private static Path moving;
    private static Path other;

    @BeforeAll
    static void open(@TempDir Path folder) {
        workshop = new Workshop(folder);
        moving = workshop.picture("moving.mp4", "testsrc2=s=320x180:r=10", "-t", "9", "-pix_fmt", "yuv420p");
        other = workshop.picture("other.mp4", "testsrc=s=320x180:r=25", "-t", "9", "-pix_fmt", "yuv420p");
    }

    private static ObjectNode onBeat(double at) {
        var m = m();
        m.putObject("why").put("at", at);
        return m;
    }

    @Test
    void measuresTheDistanceOfEveryCutInTheFileFromItsBeat() {
        var film = workshop.film(timeline(
                2000,
                shot(0, 500, moving, 0),
                shot(500, 1000, other, 4000, onBeat(510)),
                shot(1000, 1500, moving, 1000, onBeat(996)),
                shot(1500, 2000, other, 7000)));

        var report = film.report();
        assertThat(report.cuts()).isEqualTo(2);
        assertThat(report.found()).isEqualTo(2);
        assertThat(report.frameErrors()).isZero();
        assertThat(report.meanMs()).isCloseTo(7, within(0.01));
        assertThat(report.maxMs()).isCloseTo(10, within(0.01));
    }

    @Test
    void noticesACutThatIsNotWhereItWasPlanned() {
        var film = workshop.film(timeline(1500, shot(0, 533, moving, 0), shot(533, 1500, other, 5000)));
        var seen = workshop.ffmpeg.read(
                List.of(
                        "-v",
                        "error",
                        "-i",
                        "" + film.file(),
                        "-vf",
                        "scale=72:72,format=gray",
                        "-f",
                        "rawvideo",
                        "pipe:1"),
                in -> Sight.read(in, 45));
        var picture = PictureChange.of(List.of(seen), FrameRate.FPS_30);

        var cuts = List.of(new Cut(15, 500, false), new Cut(31, 1033, false), new Cut(40, 1333, true));
        var report = SyncMeasure.report(cuts, picture, FrameRate.FPS_30, FrameRate.FPS_30);

        assertThat(report).isEqualTo(new SyncReport(2, 1, report.meanMs(), report.p95Ms(), report.maxMs(), 1, 1));
        assertThat(report.meanMs()).isCloseTo(33.33, within(0.01));
    }

    @Test
    void doesNotFindWhatCannotBeSeen() {
        var film = workshop.film(timeline(1000, shot(0, 500, moving, 0), shot(500, 1000, moving, 500, onBeat(500))));

        assertThat(film.report().cuts()).isEqualTo(1);
        assertThat(film.report().found()).isZero();
    }

    @Test
    void aTimelineWithoutBeatsHasNoReport() {
        assertThat(workshop.film(timeline(500, shot(0, 500, moving, 0))).report())
                .isNull();
    }

    @Test
    void movementIsNotACut() {
        var steady = new double[60];
        Arrays.fill(steady, 4);
        steady[30] = 5;
        assertThat(new PictureChange(steady, new double[60], FrameRate.FPS_30).cutNear(30, 2))
                .isEmpty();
        steady[31] = 9;
        assertThat(new PictureChange(steady, new double[60], FrameRate.FPS_30).cutNear(30, 2))
                .hasValue(31);
    }

    @Test
    void a_cut_is_seen_though_the_light_changes_more_with_the_beat_after_it() {
        var changes = new double[60];
        Arrays.fill(changes, 0.5);
        changes[30] = 6;
        changes[32] = 7;
        changes[33] = 5;
        var shapes = new double[60];
        Arrays.fill(shapes, 0.02);
        assertThat(new PictureChange(changes, shapes, FrameRate.FPS_30).cutNear(30, 2))
                .isEmpty();
        changes[32] = 12;
        assertThat(new PictureChange(changes, shapes, FrameRate.FPS_30).cutNear(30, 2))
                .as("where light changes most")
                .hasValue(32);
        shapes[30] = 0.6;
        assertThat(new PictureChange(changes, shapes, FrameRate.FPS_30).cutNear(30, 2))
                .hasValue(30);
    }

    @Test
    void a_picture_that_gets_lighter_has_the_same_shapes_and_another_picture_has_not() throws IOException {
        var picture = new byte[Sight.SIDE * Sight.SIDE];
        var lighter = new byte[picture.length];
        var turned = new byte[picture.length];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (byte) (i % Sight.SIDE);
            lighter[i] = (byte) (2 * (i % Sight.SIDE) + 40);
            turned[i] = (byte) (i / Sight.SIDE);
        }

        assertThat(Sight.unlikeness(picture, lighter)).isCloseTo(0, within(1e-6));
        assertThat(Sight.unlikeness(picture, turned)).isGreaterThan(0.9);
        assertThat(Sight.unlikeness(new byte[picture.length], picture)).isZero();
    }

    @Test
    void a_gif_is_measured_by_its_own_frames() throws IOException {
        var scratch = Files.createTempDirectory(workshop.folder, "scratch");
        var timeline = timeline(
                2000,
                shot(0, 500, moving, 0),
                shot(500, 1000, other, 4000, onBeat(510)),
                shot(1000, 1500, moving, 1000, onBeat(996)),
                shot(1500, 2000, other, 7000, onBeat(1500)));
        var output = Output.asked("gif", null, null, false);
        var target = workshop.folder.resolve("cuts.gif");
        var report = workshop.maker()
                .make(timeline, workshop.sources(), output, target, scratch, p -> {})
                .report();

        assertThat(report.cuts()).isEqualTo(3);
        assertThat(report.found()).isEqualTo(3);
        assertThat(report.frameErrors()).isZero();
        assertThat(report.maxMs())
                .as("its nearest frame, 80 ms long, and the beat beside the cut")
                .isBetween(10.0, 50.0);
    }
}

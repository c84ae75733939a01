package dev.beatcut.studio.render;

import static dev.beatcut.studio.render.Workshop.m;
import static dev.beatcut.studio.render.Workshop.shot;
import static dev.beatcut.studio.render.Workshop.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.studio.render.SyncMeasure.Cut;
import dev.beatcut.timeline.FrameRate;
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
        var picture = PictureChange.of(List.of(seen));

        var cuts = List.of(new Cut(15, 500, false), new Cut(31, 1033, false), new Cut(40, 1333, true));
        var report = SyncMeasure.report(cuts, picture, FrameRate.FPS_30);

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
        assertThat(new PictureChange(steady).cutNear(30, 2)).isEmpty();
        steady[31] = 9;
        assertThat(new PictureChange(steady).cutNear(30, 2)).hasValue(31);
    }
}

package dev.beatcut.studio.render;

import static dev.beatcut.studio.render.Workshop.m;
import static dev.beatcut.studio.render.Workshop.shot;
import static dev.beatcut.studio.render.Workshop.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.timeline.FrameRate;
import dev.beatcut.timeline.Timeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmPictureTest {

    private static final FrameRate RATE = FrameRate.FPS_30;

    private static Workshop workshop;

    @BeforeAll
    static void open(@TempDir Path folder) {
        workshop = new Workshop(folder);
    }

    private static String film(Timeline timeline) {
        return workshop.colors(workshop.film(timeline).file(), 0.5, 0.5);
    }

    @Test
    void cutsOnExactFramesWhateverRatesTheSourcesHave() {
        var rates = List.of(
                workshop.plain("slow.mp4", "red", "25/2", 3),
                workshop.plain("odd.mp4", "lime", "179/6", 3),
                workshop.plain("ten.mkv", "blue", "10", 3),
                workshop.picture(
                        "variable.mp4",
                        "color=white:s=320x180:r=60",
                        "-t",
                        "3",
                        "-vf",
                        "select='lt(mod(n,37),5)+not(mod(n,7))'",
                        "-fps_mode",
                        "vfr",
                        "-pix_fmt",
                        "yuv420p"));
        var cuts = List.of(0L, 7L, 8L, 21L, 40L, 41L, 55L, 60L, 83L, 97L, 104L, 113L, 120L);
        var shots = new ArrayList<dev.beatcut.timeline.Segment>();
        var expected = new StringBuilder();
        for (int i = 0; i + 1 < cuts.size(); i++) {
            shots.add(shot(RATE.msOf(cuts.get(i)), RATE.msOf(cuts.get(i + 1)), rates.get(i % 4), 137 * i));
            expected.append(("" + "rgbw".charAt(i % 4)).repeat((int) (cuts.get(i + 1) - cuts.get(i))));
        }

        assertThat(film(timeline(RATE.msOf(120), shots, List.of(), List.of()))).isEqualTo(expected.toString());
    }

    @Test
    void frameTimesAreExactlyConstant() {
        var clip = workshop.plain("any.mp4", "red", "24", 2);
        var shots = new ArrayList<dev.beatcut.timeline.Segment>();
        for (int i = 0; i < 9; i++) {
            shots.add(shot(RATE.msOf(5 * i), RATE.msOf(5 * i + 5), clip, 0));
        }
        var film = workshop.film(timeline(1500, shots, List.of(), List.of()));

        var arguments =
                List.of("-v", "error", "-i", "" + film.file(), "-map", "0:v", "-c", "copy", "-f", "framecrc", "pipe:1");
        var times = workshop.ffmpeg
                .read(arguments, in -> new String(in.readAllBytes()))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Long.parseLong(line.split(",")[2].strip()))
                .sorted()
                .toList();
        assertThat(times).hasSize(45);
        assertThat(times.getLast() - times.getFirst()).isEqualTo(44 * (times.get(1) - times.get(0)));
        assertThat(times.stream().distinct()).hasSize(45);
        assertThat(film.durationMs()).isEqualTo(1500);
    }

    @Test
    void showsTheSourceFrameThatBelongsToTheTime() {
        var ramp = workshop.picture(
                "ramp.mp4",
                "nullsrc=s=64x64:r=10,geq=lum='16+N*8':cb=128:cr=128",
                "-t",
                "2.5",
                "-pix_fmt",
                "yuv420p",
                "-g",
                "12",
                "-qp",
                "4");
        var greys = workshop.greys(
                workshop.film(timeline(1000, shot(0, 1000, ramp, 700))).file());

        for (int n = 0; n < 30; n++) {
            double fraction = (0.7 + n / 30.0) * 10 % 1;
            if (fraction > 0.1 && fraction < 0.9) {
                int source = (int) ((0.7 + n / 30.0) * 10);
                assertThat(greys[n]).as("frame " + n).isBetween(source * 8 * 1.164 - 7, source * 8 * 1.164 + 7);
            }
        }
    }

    @Test
    void obeysRotation() {
        var lying = workshop.picture(
                "lying.mp4",
                "color=red:s=320x180:r=25,drawbox=x=160:w=160:h=180:color=blue:t=fill",
                "-t",
                "1",
                "-pix_fmt",
                "yuv420p");
        var upright =
                workshop.media("upright.mp4", List.of("-display_rotation", "-90", "-i", "" + lying), "-c", "copy");
        var film = workshop.film(timeline(300, shot(0, 300, upright, 0))).file();

        assertThat(workshop.colors(film, 0.5, 0.1)).isEqualTo("r".repeat(9));
        assertThat(workshop.colors(film, 0.5, 0.9)).isEqualTo("b".repeat(9));
    }

    @Test
    void holdsTheLastFrameOfASourceThatIsTooShort() {
        var brief = workshop.plain("brief.mp4", "lime", "30", 0.5);

        assertThat(film(timeline(2000, shot(0, 1000, brief, 300), shot(1000, 2000, brief, 5000))))
                .isEqualTo("g".repeat(60));
    }

    @Test
    void isBlackWhereNothingIsPlanned() {
        var clip = workshop.plain("gap.mp4", "red", "30", 1);

        assertThat(film(timeline(1000, shot(300, 600, clip, 0))))
                .isEqualTo("k".repeat(9) + "r".repeat(9) + "k".repeat(12));
    }

    @Test
    void showsPhotosOfEveryKind() {
        var jpg = workshop.picture("p.jpg", "color=red:s=401x301", "-frames:v", "1");
        var png = workshop.picture("p.png", "color=lime:s=33x500", "-frames:v", "1");
        var webp = workshop.picture("p.webp", "color=blue:s=320x240", "-frames:v", "1");
        var gif = workshop.picture("p.gif", "color=white:s=100x100", "-frames:v", "1");
        var shots = List.of(
                shot(0, 200, jpg, 0, m().put("move", "zoom-in")),
                shot(200, 400, png, 0, m().put("fit", "cover").put("move", "pan-left")),
                shot(400, 600, webp, 0),
                shot(600, 800, gif, 0));

        assertThat(film(timeline(800, shots, List.of(), List.of())))
                .isEqualTo("r".repeat(6) + "g".repeat(6) + "b".repeat(6) + "w".repeat(6));
    }

    @Test
    void playsAnimatedGifsRoundAndRound() {
        var gif = workshop.media(
                "anim.gif",
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "color=red:s=90x160:r=10:d=0.2",
                        "-f",
                        "lavfi",
                        "-i",
                        "color=blue:s=90x160:r=10:d=0.2"),
                "-filter_complex",
                "[0][1]concat");

        assertThat(film(timeline(1200, shot(0, 1200, gif, 0)))).isEqualTo("rrrrrrbbbbbbrrrrrrbbbbbbrrrrrrbbbbbb");
    }

    @Test
    void laysTransparentPicturesOverBlack() {
        var png = workshop.picture("clear.png", "color=white@0.0:s=90x160,format=rgba", "-frames:v", "1");

        assertThat(film(timeline(100, shot(0, 100, png, 0)))).isEqualTo("kkk");
    }

    @Test
    void coversTheFrameOrFitsThePictureOverItsBlur() {
        var wide = workshop.picture(
                "wide.mp4",
                "color=lime:s=320x180:r=30,drawbox=x=0:w=40:h=180:color=red:t=fill",
                "-t",
                "1",
                "-pix_fmt",
                "yuv420p");
        var cover = workshop.film(timeline(100, shot(0, 100, wide, 0, m().put("fit", "cover"))))
                .file();
        var blur = workshop.film(timeline(100, shot(0, 100, wide, 0, m().put("fit", "blur"))))
                .file();

        assertThat(workshop.colors(cover, 0.05, 0.5)).as("edges are cut off").isEqualTo("ggg");
        assertThat(workshop.colors(blur, 0.05, 0.5)).as("whole picture").isEqualTo("rrr");
        assertThat(workshop.colors(blur, 0.5, 0.05)).as("no black bars").isNotEqualTo("kkk");
    }

    @Test
    void cropsAroundTheFocusAsFarAsThePictureGoes() {
        var striped = workshop.picture(
                "striped.mp4",
                "color=lime:s=320x180:r=30,drawbox=x=0:w=110:h=180:color=red:t=fill,"
                        + "drawbox=x=210:w=110:h=180:color=blue:t=fill",
                "-t",
                "1",
                "-pix_fmt",
                "yuv420p");
        var shots = new ArrayList<dev.beatcut.timeline.Segment>();
        for (double x : List.of(0.0, 0.17, 0.5, 0.8, 7.0)) {
            var m = m().put("fit", "cover");
            m.putObject("focus").put("x", x).put("y", 0.9);
            shots.add(shot(100L * shots.size(), 100L * shots.size() + 100, striped, 0, m));
        }
        var unsaid = m().put("fit", "cover");
        unsaid.putObject("focus").put("x", "left");
        shots.add(shot(500, 600, striped, 0, unsaid));
        shots.add(shot(600, 700, striped, 0, m().put("fit", "cover")));
        var film = workshop.film(timeline(700, shots, List.of(), List.of())).file();

        assertThat(workshop.colors(film, 0.1, 0.5)).isEqualTo("rrrrrrgggbbbbbbgggggg");
        assertThat(workshop.colors(film, 0.9, 0.5)).isEqualTo("rrrrrrgggbbbbbbgggggg");
    }

    @Test
    void obeysThePixelAspectRatio() {
        var anamorphic = workshop.picture(
                "sar.mp4",
                "color=red:s=161x91:r=30,drawbox=x=20:w=121:h=91:color=lime:t=fill,setsar=2/1",
                "-t",
                "1",
                "-pix_fmt",
                "yuv444p");
        var film = workshop.film(timeline(100, shot(0, 100, anamorphic, 0, m().put("fit", "blur"))))
                .file();

        assertThat(workshop.colors(film, 0.03, 0.5)).isEqualTo("rrr");
        assertThat(workshop.colors(film, 0.5, 0.40))
                .as("twice as wide as its pixels say, so low")
                .isNotEqualTo("ggg");
        assertThat(workshop.colors(film, 0.5, 0.47)).isEqualTo("ggg");
    }

    /** Grey of diffuse white (203 cd/m2) on the left, of a shadow (10 cd/m2) on the right, in ten bits. */
    private static Path hdr(String name, String transfer, int white, int shadow) {
        return workshop.picture(
                name,
                "nullsrc=s=180x320:r=30,format=yuv420p10le,geq=lum='if(lt(X,90)," + white + "," + shadow
                        + ")':cb=512:cr=512,setparams=range=tv:color_primaries=bt2020:colorspace=bt2020nc:color_trc="
                        + transfer,
                "-t",
                "0.5");
    }

    @Test
    void highDynamicRangeIsBroughtDownToWhatItMeansAndNotShownGrey() {
        var clips = List.of(
                hdr("pq.mp4", "smpte2084", 64 + (int) (876 * 0.5806), 64 + (int) (876 * 0.3023)),
                hdr("hlg.mp4", "arib-std-b67", 64 + (int) (876 * 0.75), 64 + (int) (876 * 0.22)));
        for (var clip : clips) {
            for (var fit : List.of("cover", "blur")) {
                var film = workshop.film(timeline(100, shot(0, 100, clip, 0, m().put("fit", fit))));
                var frame = workshop.frames(film.file(), "gray", 1).getFirst();
                int row = 160 * Workshop.WIDTH;
                assertThat(frame[row + 40] & 0xFF).as(clip + " white, " + fit).isBetween(208, 238);
                assertThat(frame[row + 140] & 0xFF).as(clip + " shadow, " + fit).isBetween(50, 85);
            }
        }
    }

    @Test
    void transparentVideoLiesOverBlack() {
        var clear = "color=white@0.0:s=90x160:r=30,format=yuva420p";
        var webm = workshop.picture("clear.webm", clear, "-t", "1", "-c:v", "libvpx-vp9", "-deadline", "realtime");
        var mov = workshop.picture("clear.mov", clear, "-t", "1", "-c:v", "qtrle", "-pix_fmt", "argb");

        assertThat(film(timeline(200, shot(0, 100, webm, 0), shot(100, 200, mov, 0))))
                .isEqualTo("kkkkkk");
    }

    @Test
    void interlacedVideoHasNoCombs() {
        var fields = workshop.picture(
                "fields.mp4",
                "color=black:s=180x320:r=50[ground];color=white:s=30x320:r=50[bar];"
                        + "[ground][bar]overlay=x='mod(n*9\\,180)',interlace=lowpass=0",
                "-t",
                "1",
                "-pix_fmt",
                "yuv420p",
                "-flags",
                "+ildct+ilme",
                "-x264opts",
                "tff=1");
        var raw = combs(workshop.frames(fields, "gray", 1).get(5));
        var film = workshop.frames(
                workshop.film(timeline(500, shot(0, 500, fields, 0))).file(), "gray", 1);

        assertThat(raw).isGreaterThan(3);
        assertThat(combs(film.get(6))).isLessThan(raw / 4);
    }

    /** Mean step from a row to the next that the row after takes back. */
    private static double combs(byte[] frame) {
        double sum = 0;
        int width = Workshop.WIDTH;
        for (int at = 0; at + 2 * width < frame.length; at++) {
            int one = frame[at] & 0xFF;
            int two = frame[at + width] & 0xFF;
            int three = frame[at + 2 * width] & 0xFF;
            sum += Math.max(0, Math.min((two - one) * Math.signum(two - three), Math.abs(two - three)));
        }
        return sum / frame.length;
    }

    @Test
    void movesPhotosSmoothly() {
        var dot = workshop.picture(
                "dot.png", "color=black:s=720x1280,drawbox=x=100:y=600:w=60:h=60:color=white:t=fill", "-frames:v", "1");
        var film = workshop.film(timeline(1000, shot(0, 1000, dot, 0, m().put("move", "zoom-in"))))
                .file();
        var centres = workshop.frames(film, "gray", 1).stream()
                .mapToDouble(FilmPictureTest::centre)
                .toArray();

        for (int n = 2; n < centres.length; n++) {
            assertThat(centres[n - 1] - centres[n]).as("step to frame " + n).isBetween(0.05, 0.6);
        }
    }

    @Test
    void bothWaysToMoveShowTheSame() {
        var photo = workshop.picture("bars.png", "testsrc=s=720x1280,gblur=sigma=20", "-frames:v", "1");
        for (var move : List.of("zoom-in", "zoom-out", "pan-left", "pan-right")) {
            var shown = new ArrayList<byte[]>();
            for (var betweenPixels : List.of(true, false)) {
                var canvas = new Canvas(Workshop.WIDTH, Workshop.HEIGHT, RATE, 15);
                var graph = new PictureGraph(canvas, new StillMotion(canvas, betweenPixels), workshop.folder, false)
                        .of(
                                new Layer(new Shot(shot(0, 500, photo, 0, m().put("move", move)), 0, 15, 0), 0, 15),
                                Source.of(workshop.ffmpeg, photo),
                                "0:v:0",
                                "v");
                var film = workshop.media(
                        move + betweenPixels + ".mp4",
                        List.of("-i", "" + photo),
                        "-filter_complex",
                        graph,
                        "-map",
                        "[v]");
                shown.add(workshop.frames(film, "gray", 1).getLast());
            }
            assertThat(Sight.difference(shown.get(0), shown.get(1))).as(move).isLessThan(5);
        }
    }

    private static double centre(byte[] frame) {
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < frame.length; i++) {
            int grey = Math.max(0, (frame[i] & 0xFF) - 20);
            sum += grey;
            weighted += grey * (double) (i % Workshop.WIDTH);
        }
        return weighted / sum;
    }

    @Test
    void scalesDownToTheAskedResolution() {
        var tall = new Timeline(1000L, List.of(), m().put("width", 1080).put("height", 1920), null);
        var square = new Timeline(
                1000L, List.of(), m().put("width", 4000).put("height", 4000).put("fps", 29.97), null);

        assertThat(Canvas.of(tall, Resolution.P720)).isEqualTo(new Canvas(720, 1280, RATE, 30));
        assertThat(Canvas.of(tall, Resolution.P1080)).isEqualTo(new Canvas(1080, 1920, RATE, 30));
        assertThat(Canvas.of(square, Resolution.P1080))
                .isEqualTo(new Canvas(1080, 1080, new FrameRate(30000, 1001), 30));
    }
}

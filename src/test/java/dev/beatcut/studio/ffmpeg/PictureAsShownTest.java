package dev.beatcut.studio.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.studio.ffmpeg.MediaInfo.Kind;
import dev.beatcut.timeline.FrameRate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureAsShownTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"-90, 90, 48, 96", "90, 270, 48, 96", "180, 180, 96, 48", "0, 0, 96, 48"})
    void a_turned_phone_clip_is_measured_as_shown(String counterclockwise, int rotation, int width, int height) {
        var upright = Made.clip(folder.resolve("upright.mp4"), "testsrc=s=96x48:d=0.4");
        var turned = Made.make(
                folder.resolve("turned.mp4"),
                List.of("-display_rotation", counterclockwise, "-i", upright.toString(), "-c", "copy"));

        var info = Made.FFMPEG.probe(turned);

        assertThat(info.rotation()).isEqualTo(rotation);
        assertThat(info.width()).isEqualTo(width);
        assertThat(info.height()).isEqualTo(height);
    }

    @Test
    void a_photo_turned_by_exif_is_measured_as_shown() throws IOException {
        var photo = Made.clip(folder.resolve("a.jpg"), "testsrc=s=96x48", "-frames:v", "1");
        // orientation 6: turn by 90 degrees clockwise to see it upright
        var exif = HexFormat.of()
                .parseHex("ffe10022457869660000" + "4d4d002a00000008" + "0001" + "0112000300000001" + "00060000"
                        + "00000000");
        var bytes = Files.readAllBytes(photo);
        var turned = new ByteArrayOutputStream();
        turned.write(bytes, 0, 2);
        turned.write(exif);
        turned.write(bytes, 2, bytes.length - 2);

        var info = Made.FFMPEG.probe(Files.write(photo, turned.toByteArray()));

        assertThat(info.kind()).isEqualTo(Kind.IMAGE);
        assertThat(info.rotation()).isEqualTo(90);
        assertThat(info.width()).isEqualTo(48);
        assertThat(info.height()).isEqualTo(96);
    }

    @Test
    void pixels_that_are_not_square_are_stretched() {
        var clip = Made.clip(folder.resolve("a.mp4"), "testsrc=s=72x48:d=0.4,setsar=4/3");

        assertThat(Made.FFMPEG.probe(clip).width()).isEqualTo(96);
    }

    @ParameterizedTest
    @CsvSource({"30000/1001, 30000, 1001", "24000/1001, 24000, 1001", "25/2, 25, 2", "60, 60, 1"})
    void the_frame_rate_is_exact(String rate, int numerator, int denominator) {
        var clip = Made.clip(folder.resolve("a.mp4"), "testsrc=s=64x48:d=2:r=" + rate);

        assertThat(Made.FFMPEG.probe(clip).frameRate()).isEqualTo(new FrameRate(numerator, denominator));
    }

    @Test
    void the_duration_is_the_pictures_when_the_sound_is_longer() {
        var clip = Made.clip(folder.resolve("a.mp4"), "testsrc=s=64x48:d=1[out0];sine=d=3[out1]");

        assertThat(Made.FFMPEG.probe(clip).durationMs()).isEqualTo(1000);
    }

    @Test
    void a_browser_recording_without_a_duration_is_measured_by_its_packets() throws IOException {
        var clip = folder.resolve("live.webm");
        var live = List.of(
                "-f",
                "lavfi",
                "-i",
                "testsrc=s=64x48:d=2:r=20",
                "-c:v",
                "libvpx",
                "-f",
                "webm",
                "-live",
                "1",
                "pipe:1");
        byte[] bytes = Made.FFMPEG.read(live, in -> in.readAllBytes());
        Files.write(clip, bytes);

        assertThat(Made.FFMPEG.probe(clip).durationMs()).isBetween(1950L, 2050L);
    }
}

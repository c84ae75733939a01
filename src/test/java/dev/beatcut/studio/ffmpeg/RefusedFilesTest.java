package dev.beatcut.studio.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedFilesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just some words\n",
                "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile /etc/passwd\n",
                "1\n00:00:00,000 --> 00:00:01,000\nsubtitle\n",
                "<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>",
                "%PDF-1.7 x",
                "OggS\u0000\u0002 x",
                "v=0\r\nm=video 5000 RTP/AVP 96\r\n",
            })
    void text_of_any_kind_is_unsupported_whatever_its_name(String text) throws IOException {
        var problem = refusal(Files.writeString(folder.resolve("clip.mp4"), text));

        assertThat(problem.code()).isEqualTo(ProblemCode.UNSUPPORTED_FORMAT);
        assertThat(problem.detail()).startsWith("This is a").contains("mp4, mov, avi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flac", "bmp", "mpg", "tiff", "flv"})
    void media_of_another_format_is_unsupported(String format) {
        var options = format.equals("bmp") || format.equals("tiff") ? "-frames:v 1" : "-t 0.2";
        var made =
                Made.clip(folder.resolve("x." + format), "testsrc=s=64x48:r=25[out0];sine[out1]", options.split(" "));

        assertThat(refusal(made).code()).isEqualTo(ProblemCode.UNSUPPORTED_FORMAT);
    }

    @Test
    void an_empty_file_is_called_empty() throws IOException {
        assertThat(refusal(Files.createFile(folder.resolve("a.mp4"))).code()).isEqualTo(ProblemCode.FILE_EMPTY);
    }

    @Test
    void an_mp4_without_its_index_is_damaged() throws IOException {
        var whole = Made.clip(folder.resolve("a.mp4"), "testsrc=s=64x48:d=2");

        var problem = refusal(half(whole));

        assertThat(problem.code()).isEqualTo(ProblemCode.FILE_DAMAGED);
        assertThat(problem.detail()).contains("moov");
        assertThat(problem.next()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "avi", "mkv", "wav"})
    void data_that_stop_far_before_the_announced_end_are_damaged(String format) throws IOException {
        var whole = Made.clip(
                folder.resolve("a." + format),
                format.equals("wav") ? "sine=d=6" : "testsrc=s=64x48:d=6",
                "-movflags",
                "+faststart");

        var problem = refusal(half(whole));

        assertThat(problem.code()).isEqualTo(ProblemCode.FILE_DAMAGED);
        assertThat(problem.detail()).containsAnyOf("announces 6000 ms", "its end is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "webp"})
    void half_a_picture_is_damaged(String format) throws IOException {
        var whole = Made.clip(folder.resolve("a." + format), "testsrc=s=320x240", "-frames:v", "1");

        assertThat(refusal(half(whole)).code()).isEqualTo(ProblemCode.FILE_DAMAGED);
    }

    @Test
    void a_video_of_which_no_frame_can_be_decoded_is_damaged() throws IOException {
        var clip = Made.clip(folder.resolve("a.mp4"), "testsrc=s=64x48:d=1", "-c:v", "libopenh264");
        var bytes = Files.readAllBytes(clip);
        int data = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("mdat") + 4;
        int end = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("moov") - 4;
        Arrays.fill(bytes, data, end, (byte) 0x55);

        assertThat(refusal(Files.write(clip, bytes)).code()).isEqualTo(ProblemCode.FILE_DAMAGED);
    }

    @Test
    void an_animated_webp_is_told_apart_since_its_motion_cannot_be_read() {
        var made = Made.clip(folder.resolve("a.webp"), "testsrc=s=64x48:d=1:r=5");

        assertThat(refusal(made).detail()).contains("animated WebP");
    }

    private Path half(Path whole) throws IOException {
        var bytes = Files.readAllBytes(whole);
        return Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
    }

    private static Problem refusal(Path file) {
        return catchThrowableOfType(Problem.class, () -> Made.FFMPEG.probe(file));
    }
}

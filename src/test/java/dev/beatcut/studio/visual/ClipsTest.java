package dev.beatcut.studio.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.ffmpeg.FfmpegFailed;
import dev.beatcut.timeline.FrameRate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipsTest {

    private static final Hearing SONG = Hearing.of(Sounds.beating(6, 0.5, false), Sounds.grid(6, 0.5));
    private static final Look LOOK = new Look(Style.HALO, 0);

    @TempDir
    Path folder;

    private final Ffmpeg ffmpeg = Ffmpeg.bundled();

    @Test
    void a_clip_has_exactly_its_frames() {
        var clip = made("a.mp4", 30);

        var times = ffmpeg.read(
                List.of("-i", "" + clip, "-map", "0:v", "-c", "copy", "-f", "framecrc", "pipe:1"),
                in -> new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .toList());

        assertThat(times).hasSize(30);
        assertThat(ffmpeg.probe(clip).width()).isEqualTo(108);
        assertThat(ffmpeg.probe(clip).durationMs()).isEqualTo(1000);
    }

    @Test
    void the_same_song_makes_the_same_file() throws IOException {
        assertThat(Files.readAllBytes(made("a.mp4", 20))).isEqualTo(Files.readAllBytes(made("b.mp4", 20)));
    }

    @Test
    void what_sounds_lights_the_frame_that_a_cut_on_it_begins_with() {
        var rate = FrameRate.FPS_30;
        var stretch = new Clips.Stretch(LOOK, 0, 100, rate);
        for (long ms = 20; ms < 3000; ms += 7) {
            long cut = rate.frameAt(ms);

            assertThat(stretch.seconds(cut)).isGreaterThan((ms - 1) / 1000.0);
            assertThat(stretch.seconds(cut - 1)).isLessThan((ms + 1) / 1000.0);
        }
    }

    @Test
    void an_interrupt_ends_the_painting() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> made("a.mp4", 3000)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void a_process_that_ends_before_it_was_fed_is_heard() {
        assertThatThrownBy(() -> made("no-such-folder/a.mp4", 300))
                .isInstanceOf(FfmpegFailed.class)
                .hasMessageContaining("ffmpeg failed");
    }

    private Path made(String name, long frames) {
        var file = folder.resolve(name);
        new Clips(ffmpeg)
                .make(new Painter(SONG, 7, 108, 192), new Clips.Stretch(LOOK, 1.25, frames, FrameRate.FPS_30), file);
        return file;
    }
}

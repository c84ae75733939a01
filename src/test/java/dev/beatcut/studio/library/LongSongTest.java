package dev.beatcut.studio.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.ffmpeg.MediaInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongSongTest {

    @TempDir
    Path folder;

    @Test
    void a_song_of_three_hours_is_not_decoded_and_what_is_accepted_is_said() {
        assertThatThrownBy(() -> hear(Duration.ofHours(3))).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
            assertThat(problem.detail()).contains("180 minutes", "up to 30");
        });
    }

    @Test
    void a_song_of_half_an_hour_is_decoded() {
        assertThatThrownBy(() -> hear(Duration.ofMinutes(30)))
                .as("there is no such file")
                .hasMessageNotContaining("minutes");
    }

    private void hear(Duration length) {
        var info = new MediaInfo(MediaInfo.Kind.AUDIO, "mp3", length.toMillis(), 0, 0, 0, null, 2, null, "mp3");
        new MediaCraft(Ffmpeg.bundled(), new Settings(folder), InstantSource.system(), null)
                .hear(folder.resolve("song.mp3"), info);
    }
}

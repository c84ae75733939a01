package dev.beatcut.laptop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.studio.beat.BeatTracker;
import dev.beatcut.studio.ffmpeg.Decoder;
import dev.beatcut.studio.ffmpeg.Ffmpeg;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSongTest {

    @Test
    void its_known_beats_are_heard_where_they_are(@TempDir Path folder) throws IOException {
        var song = folder.resolve("song.wav");
        new DemoSong().write(song);

        var grid = new BeatTracker().track(new Decoder(Ffmpeg.bundled()).mono(song, 44_100), 44_100);

        assertThat(grid.tempo()).isCloseTo(DemoSong.TEMPO, Offset.offset(0.5));
        assertThat(grid.beats()).hasSizeBetween(4 * DemoSong.BARS - 2, 4 * DemoSong.BARS + 1);
        assertThat(grid.beatTimesMs()).allSatisfy(beat -> assertThat(Math.floorMod(beat + 250, 500L) - 250L)
                .isBetween(-20L, 20L));
    }
}

package dev.beatcut.studio.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.studio.ffmpeg.MediaInfo.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatByContentTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "mp4, VIDEO, -c:v libopenh264 -c:a aac -t 0.5",
        "mov, VIDEO, -c:v mpeg4 -c:a aac -t 0.5",
        "avi, VIDEO, -c:v mpeg4 -c:a libmp3lame -t 0.5",
        "webm, VIDEO, -c:v libvpx -c:a libopus -t 0.5",
        "mkv, VIDEO, -c:v mpeg4 -c:a aac -t 0.5",
        "gif, VIDEO, -an -t 0.5",
        "jpg, IMAGE, -an -frames:v 1",
        "png, IMAGE, -an -frames:v 1",
        "webp, IMAGE, -an -frames:v 1",
        "mp3, AUDIO, -vn -t 0.5",
        "wav, AUDIO, -vn -t 0.5",
        "m4a, AUDIO, -vn -t 0.5",
        "aac, AUDIO, -vn -t 0.5"
    })
    void each_accepted_format_is_known_by_what_is_inside(String format, Kind kind, String options) throws IOException {
        var named = make("x." + format, options.split(" "));
        var renamed = Files.move(named, folder.resolve("song of %03d: -i.txt"));

        var info = Made.FFMPEG.probe(renamed);

        assertThat(info.format()).isEqualTo(format);
        assertThat(info.kind()).isEqualTo(kind);
        assertThat(info.width()).isEqualTo(kind == Kind.AUDIO ? 0 : 64);
        assertThat(info.durationMs()).isBetween(kind == Kind.IMAGE ? 0L : 450L, kind == Kind.IMAGE ? 0L : 600L);
        assertThat(info.frameRate() != null).isEqualTo(kind == Kind.VIDEO);
        assertThat(info.hasSound()).isEqualTo(!options.contains("-an"));
    }

    @Test
    void a_gif_of_one_frame_is_a_photo() {
        var info = Made.FFMPEG.probe(make("still.gif", "-an", "-frames:v", "1"));

        assertThat(info.kind()).isEqualTo(Kind.IMAGE);
        assertThat(info.durationMs()).isZero();
    }

    @Test
    void a_song_with_a_cover_picture_is_a_song() {
        var cover = make("cover.jpg", "-an", "-frames:v", "1");
        for (var name : List.of("song.mp3", "song.m4a")) {
            var song = Made.make(
                    folder.resolve(name),
                    List.of(
                            "-f",
                            "lavfi",
                            "-i",
                            "sine=d=1",
                            "-i",
                            cover.toString(),
                            "-map",
                            "0",
                            "-map",
                            "1",
                            "-c:v",
                            "copy",
                            "-disposition:v",
                            "attached_pic"));

            var info = Made.FFMPEG.probe(song);

            assertThat(info.kind()).as(name).isEqualTo(Kind.AUDIO);
            assertThat(info.width()).isZero();
        }
    }

    @Test
    void an_mp4_with_sound_only_is_an_m4a() {
        var info = Made.FFMPEG.probe(make("sound.mp4", "-vn", "-t", "0.5"));

        assertThat(info.format()).isEqualTo("m4a");
    }

    private Path make(String name, String... options) {
        var arguments = new ArrayList<String>();
        arguments.addAll(List.of("-f", "lavfi", "-i", "testsrc=s=64x48:r=20", "-f", "lavfi", "-i", "sine"));
        arguments.addAll(List.of(options));
        return Made.make(folder.resolve(name), arguments);
    }
}

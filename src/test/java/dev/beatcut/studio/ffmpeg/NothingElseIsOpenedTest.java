package dev.beatcut.studio.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NothingElseIsOpenedTest {

    @TempDir
    Path folder;

    private Path secret;
    private Path playlist;

    @BeforeEach
    void a_playlist_that_names_another_file() throws IOException {
        secret = Made.clip(folder.resolve("secret.ts"), "testsrc=s=64x48:d=1", "-f", "mpegts");
        playlist = Files.writeString(folder.resolve("list.m3u8"), """
                #EXTM3U
                #EXT-X-TARGETDURATION:1
                #EXTINF:1,
                %s
                #EXT-X-ENDLIST
                """.formatted(secret.toUri()));
    }

    @Test
    void without_our_options_ffmpeg_would_follow_it() {
        Made.FFMPEG.run(List.of("-i", playlist.toString(), "-f", "null", "-"));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void no_accepted_format_lets_ffmpeg_follow_it(Format format) {
        var arguments = new ArrayList<>(UserMedia.input(playlist, format));
        arguments.addAll(List.of("-f", "null", "-"));

        var failure = catchThrowableOfType(FfmpegFailed.class, () -> Made.FFMPEG.run(arguments));

        assertThat(failure.log()).noneMatch(line -> line.contains("secret.ts"));
    }

    @Test
    void a_demuxer_outside_the_list_is_refused_even_when_named() {
        var arguments = new ArrayList<>(UserMedia.input(playlist, Format.MP4));
        arguments.set(arguments.indexOf("-f") + 1, "hls");
        arguments.addAll(List.of("-f", "null", "-"));

        var failure = catchThrowableOfType(FfmpegFailed.class, () -> Made.FFMPEG.run(arguments));

        assertThat(failure.log()).anyMatch(line -> line.contains("whitelist"));
    }
}

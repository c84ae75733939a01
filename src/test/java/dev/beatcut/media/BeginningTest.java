package dev.beatcut.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeginningTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000000206674797069736f6d00000200", // mp4, m4a
                "00000008776964650000000000000000", // an old mov
                "1a45dfa39f4286810142f7810142f281", // mkv, webm
                "52494646a4000000415649204c495354", // avi
                "52494646a400000057415645666d7420", // wav
                "52494646a40000005745425056503820", // webp
                "ffd8ffe000104a464946000101000001", // jpg
                "89504e470d0a1a0a0000000d49484452", // png
                "47494638396101000100800000000000", // gif
                "49443304000000000023545353450000", // mp3 with a tag
                "fffb9064000000000000000000000000", // mp3
                "fff15080000000000000000000000000" // aac
            })
    void every_accepted_kind_of_file_is_known_by_its_first_bytes(String hex) {
        assertThat(Beginning.isOfMedia(HexFormat.of().parseHex(hex))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "This is a text file.",
                "<!DOCTYPE html>",
                "%PDF-1.7 aaaaaaaaa",
                "PK\u0003\u0004aaaaaaaaaaaa"
            })
    void what_is_no_film_picture_or_sound_is_told_apart(String text) {
        assertThat(Beginning.isOfMedia(text.getBytes(StandardCharsets.ISO_8859_1)))
                .isFalse();
    }
}

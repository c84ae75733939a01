package dev.beatcut.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FileRulesTest {

    @ParameterizedTest
    @EnumSource(Format.class)
    void the_thirteen_formats_are_accepted_by_their_name_and_type(Format format) {
        var file = new NewMedia("Clip." + format.extension().toUpperCase(), 1L, format.type(), null, null);
        assertThat(FileRules.check(file)).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "a.jpeg, -, JPG",
                "a.mp4, application/octet-stream, MP4",
                "a.wav, audio/x-wav; rate=44100, WAV",
                "noextension, video/quicktime, MOV",
                "my.song.final.m4a, audio/x-m4a, M4A"
            })
    void names_decide_and_types_help(String name, String type, Format expected) {
        assertThat(FileRules.check(new NewMedia(name, 1L, type, null, null))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "a.txt, 5, -, UNSUPPORTED_FORMAT",
                "a.mp4, 5, text/plain, UNSUPPORTED_FORMAT",
                "noextension, 5, -, UNSUPPORTED_FORMAT",
                "a.mp4, 0, -, FILE_EMPTY",
                "a.mp4, 524288001, -, FILE_TOO_LARGE",
                "a.mp4, -1, -, INVALID_REQUEST",
                "a.mp4, -, -, INVALID_REQUEST",
                "-, 5, video/mp4, INVALID_REQUEST"
            })
    void what_cannot_be_accepted_is_refused_before_a_byte_is_sent(
            String name, Long size, String type, ProblemCode code) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> FileRules.check(new NewMedia(name, size, type, null, null)))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void exactly_500_MB_is_accepted_and_a_refusal_says_what_came_and_what_is_accepted() {
        assertThat(FileRules.check(new NewMedia("a.mp4", 500L << 20, null, null, null)))
                .isEqualTo(Format.MP4);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> FileRules.check(new NewMedia("a.mp4", 600L << 20, null, null, null)))
                .withMessageContaining("600 MB")
                .withMessageContaining("500 MB");
    }
}

package dev.beatcut.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.problem.Problem;
import dev.beatcut.studio.render.FilmFormat;
import dev.beatcut.studio.render.Output;
import dev.beatcut.studio.render.Resolution;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The backend and the studio know the same words for what an export may be. */
class ExportWordsTest {

    static String[] formats() {
        return Arrays.stream(FilmFormat.values()).map(FilmFormat::word).toArray(String[]::new);
    }

    static String[] resolutions() {
        return Arrays.stream(Resolution.values()).map(Resolution::word).toArray(String[]::new);
    }

    private static NewRender wish(String format, String quality, String resolution) {
        return new NewRender(format, quality, resolution, null, null, null);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_format_of_the_studio_is_one_of_the_backend(String format) {
        assertThat(wish(format, null, null).output().format()).isEqualTo(format);
    }

    @ParameterizedTest
    @MethodSource("resolutions")
    void a_resolution_of_the_studio_is_one_of_the_backend(String resolution) {
        assertThat(wish(null, null, resolution).output().resolution()).isEqualTo(resolution);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mkv", "mov", "8k", "2160p", "best"})
    void what_one_refuses_the_other_refuses(String word) {
        assertThatThrownBy(() -> wish(word, null, null).output()).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> wish(null, null, word).output()).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Output.asked(word, null, null, false)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Output.asked(null, null, word, false)).isInstanceOf(Problem.class);
    }

    @Test
    void what_is_left_out_is_the_same_to_both() {
        var output = NewRender.DEFAULT.output();

        assertThat(new Output(output.format(), output.quality(), output.resolution(), output.preview()))
                .isEqualTo(Output.DEFAULT);
    }
}

package dev.beatcut.studio.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ffmpeg understood is read back from the frame's metadata, where the filter under test put it. */
class FilterTextTest {

    @TempDir
    Path folder;

    static Stream<String> texts() {
        return Stream.of(
                "Urban Dreams",
                "it's 12:30",
                "C:\\films\\new",
                "100% %{pts} %%",
                "[v];[a],x=y",
                "'single' \"double\"",
                "two\nlines",
                " spaces at the ends ",
                "城市之梦：‘光’",
                "\\",
                "'",
                "\\:\\'",
                "@{}#`$HOME `ls`",
                "a\tb",
                "🎬");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_value_arrives_as_it_was(String text) {
        assertThat(understood("-vf", graph(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_value_arrives_as_it_was_in_a_graph_from_a_file(String text) throws IOException {
        var file = Files.writeString(folder.resolve("it's a [graph]: 1.txt"), graph(text));

        assertThat(understood("-/vf", file.toString())).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_path_of_any_name_is_found(String text) throws IOException {
        var odd = Files.createDirectories(folder.resolve(text.replace('/', '_')));
        var commands = Files.writeString(odd.resolve("c.txt"), "0 hue b 1;\n");

        understood("-vf", "sendcmd=filename=" + FilterText.path(commands) + ",hue," + graph("x"));
    }

    private static String graph(String text) {
        return "metadata=mode=add:key=k:value=" + FilterText.value(text) + ",metadata=mode=print:file=-";
    }

    private static String understood(String option, String value) {
        var command = List.of("-f", "lavfi", "-i", "color=s=16x16:d=0.04", option, value, "-f", "null", "-");
        var printed = Made.FFMPEG.read(command, in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));

        return printed.substring(printed.indexOf("k=") + 2, printed.length() - 1);
    }
}

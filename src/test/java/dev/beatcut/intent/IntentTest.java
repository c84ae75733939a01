package dev.beatcut.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntentTest {

    private static final List<String[]> MESSAGES =
            Table.lines("messages.txt").stream().map(IntentTest::columns).toList();

    private static String[] columns(String line) {
        var columns = line.split("\\|", -1);
        var message = columns[0].strip();
        return new String[] {
            message, columns[1].strip(), columns[2].strip(), columns.length > 3 ? columns[3].strip() : message
        };
    }

    @ParameterizedTest
    @FieldSource("MESSAGES")
    void aMessageIsWhatTheTableSays(String message, String intent, String film, String upstream) {
        assertThat(Intent.of(message)).isEqualTo(Intent.valueOf(intent));
        assertThat(Intent.wantsFilm(message)).isEqualTo(film.equals("film"));
        assertThat(Intent.withoutFilm(message)).isEqualTo(upstream);
    }

    @ParameterizedTest
    @FieldSource("MESSAGES")
    void whatGoesUpstreamNeverWantsTheFilm(String message, String intent, String film, String upstream) {
        assertThat(Intent.wantsFilm(Intent.withoutFilm(message))).isFalse();
    }

    @ParameterizedTest
    @FieldSource("MESSAGES")
    void anEditAlwaysHasWordsToSend(String message, String intent, String film, String upstream) {
        assertThat(upstream.isEmpty()).isEqualTo(intent.equals("EXPORT"));
    }

    @ParameterizedTest
    @FieldSource("MESSAGES")
    void quotedWordsAreNeverTouched(String message) {
        var quoting = "title \"" + message.replaceAll("[\"\n]", " ") + "\", vertical";
        assertThat(Intent.of(quoting)).isEqualTo(Intent.EDIT);
        assertThat(Intent.wantsFilm(quoting)).isFalse();
        assertThat(Intent.withoutFilm(quoting + " and export")).isEqualTo(quoting);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?!", "🎬", "，", "and", "then", "然后"})
    void nothingMuchIsAnEdit(String message) {
        assertThat(Intent.of(message)).isEqualTo(Intent.EDIT);
        assertThat(Intent.wantsFilm(message)).isFalse();
        assertThat(Intent.withoutFilm(message)).isEqualTo(message);
    }

    @Test
    void theTableIsLongEnoughToMeanSomething() {
        assertThat(MESSAGES.size()).isGreaterThanOrEqualTo(240);
        assertThat(MESSAGES.stream().filter(line -> line[1].equals("EDIT") && line[2].equals("no")))
                .hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @CsvSource({
        "export it as a gif, gif,",
        "make it faster and export it as gif, gif,",
        "download the video in 4K, , 4k",
        "导出720p的gif, gif, 720p",
        "export, ,",
        "'add the title ''gif'' and export it', ,",
        "make it faster, ,"
    })
    void what_the_film_is_to_be_is_heard_where_it_is_asked_for(String message, String format, String resolution) {
        assertThat(Intent.filmForm(message)).isEqualTo(new FilmForm(format, resolution));
    }
}

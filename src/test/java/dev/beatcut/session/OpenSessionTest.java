package dev.beatcut.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.beatcut.access.Profile;
import dev.beatcut.problem.Problem;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OpenSessionTest {

    @Test
    void the_language_is_the_callers_word_else_the_browsers_else_english() {
        assertThat(new OpenSession(null, "zh-CN", null).chosenLanguage(Locale.FRENCH))
                .isEqualTo("zh-CN");
        assertThat(OpenSession.DEFAULT.chosenLanguage(Locale.forLanguageTag("fr-CA")))
                .isEqualTo("fr-CA");
        assertThat(OpenSession.DEFAULT.chosenLanguage(Locale.of("*"))).isEqualTo("en");
        assertThat(OpenSession.DEFAULT.chosenLanguage(null)).isEqualTo("en");
    }

    @Test
    void a_language_that_is_none_and_a_name_too_long_are_refused() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new OpenSession(null, "en; drop", null).chosenLanguage(null));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new OpenSession(null, null, "x".repeat(101)).chosenName());
    }

    @Test
    void the_profile_is_one_of_the_two_skills() {
        assertThat(OpenSession.DEFAULT.chosenProfile()).isEqualTo(Profile.MUSIC_COG_ONLINE);
        assertThat(new OpenSession("music-to-best", null, null).chosenProfile()).isEqualTo(Profile.MUSIC_TO_BEST);
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> new OpenSession("x", null, null).chosenProfile());
    }
}

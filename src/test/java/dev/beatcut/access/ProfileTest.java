package dev.beatcut.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.problem.Problem;
import org.junit.jupiter.api.Test;

class ProfileTest {

    @Test
    void is_named_as_on_the_wire() throws Exception {
        assertThat(new ObjectMapper().writeValueAsString(Profile.MUSIC_TO_BEST)).isEqualTo("\"music-to-best\"");
        assertThat(new ObjectMapper().readValue("\"music-cog-online\"", Profile.class))
                .isEqualTo(Profile.MUSIC_COG_ONLINE);
    }

    @Test
    void an_unknown_one_is_a_problem_that_names_the_others() {
        assertThatThrownBy(() -> Profile.of("best"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.next())
                        .contains("music-cog-online", "music-to-best"));
    }
}

package dev.beatcut.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.problem.Problem;
import dev.beatcut.state.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    @Test
    void a_list_goes_on_after_the_next_of_the_page_before() {
        assertThat(new Paging("50", "0".repeat(Ids.LENGTH)).after()).isEqualTo("0".repeat(Ids.LENGTH));
        assertThat(new Paging("50", null).after()).isNull();
    }

    /** Else a client whose token is damaged reads the first page for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"bad", " ", "zzzzzzzzzzzzzzzzzzzzzzzzzz", "00000000000000000000000000000"})
    void what_was_never_a_next_is_refused(String next) {
        assertThatThrownBy(() -> new Paging("50", next).after())
                .isInstanceOf(Problem.class)
                .hasMessageContaining(next);
    }
}

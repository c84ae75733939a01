package dev.beatcut.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedTest {

    @Test
    void a_text_comes_back_as_it_was_and_a_large_draft_fits_a_document() {
        var draft = "{\"id\":\"片段\",\"s\":1234,\"d\":500,\"src\":\"http://127.0.0.1/media/a.mp4\"},".repeat(20_000);
        var packed = Packed.of(draft);

        assertThat(packed.text()).isEqualTo(draft);
        assertThat(packed.zipped().length()).isLessThan(Table.MAX_DOCUMENT_BYTES);
    }

    @Test
    void a_timeline_that_fits_no_document_is_a_problem_that_says_so() {
        var random = new Random(4);
        var noise = new StringBuilder();
        random.ints(400_000, '0', 'z').forEach(noise::appendCodePoint);

        assertThatThrownBy(() -> Packed.timeline(noise.toString(), "it could not be kept"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.TIMELINE_TOO_LARGE);
                    assertThat(problem.code().retryable())
                            .as("the same again helps nobody")
                            .isFalse();
                })
                .hasMessageContaining("up to 299 KB can be kept) that it could not be kept");
    }
}

package dev.beatcut.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProblemMappersTest {

    private final ProblemMappers mappers = new ProblemMappers(new ObjectMapper());

    @Test
    void a_rate_limit_says_when_to_come_again_where_that_is_known() throws Exception {
        var known = mappers.problem(limited(Duration.ofSeconds(90)));
        assertThat(known.getStatus()).isEqualTo(429);
        assertThat(known.getHeaderString("Retry-After")).isEqualTo("90");

        assertThat(mappers.problem(limited(null)).getHeaders()).doesNotContainKey("Retry-After");
    }

    @Test
    void nothing_of_an_unexpected_failure_gets_out_but_a_reference() throws Exception {
        var inside = new IllegalStateException(
                "Stored access/anna is no UpstreamToken", new RuntimeException("/data/table.mv.db nmv_usr_secret"));
        var answer = mappers.unexpected(inside);

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getMediaType()).hasToString("application/problem+json");
        assertThat(answer.getEntity().toString())
                .contains("Reference: ")
                .doesNotContain("Stored", "anna", "UpstreamToken", "table.mv", "nmv_usr_", "Exception");
    }

    private static Problem limited(Duration wait) {
        return new Problem(ProblemCode.RATE_LIMITED, "Too many.", "Later.", wait, null);
    }
}

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

    private static Problem limited(Duration wait) {
        return new Problem(ProblemCode.RATE_LIMITED, "Too many.", "Later.", wait, null);
    }
}

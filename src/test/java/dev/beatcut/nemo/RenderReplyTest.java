package dev.beatcut.nemo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The render endpoints' shapes, {@code nemo-api.md} §6. */
class RenderReplyTest {

    private static RenderJob render(String reply) {
        return RenderReply.read(new Answer(200, null, null, reply.getBytes(UTF_8)).body(), "r");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"completed\",\"output\":{\"url\":\"https://s.example/r.mp4\"}}",
                "{\"taskId\":\"r\",\"status\":\"completed\",\"progress\":100,\"output\":{\"url\":\"https://s.example/r.mp4\"}}",
                "{\"success\":true,\"data\":{\"id\":\"r\",\"status\":\"completed\",\"outputUrl\":\"https://s.example/r.mp4\"}}",
                "{\"status\":\"completed\",\"outputUrl\":\"https://s.example/r.mp4\"}",
                "{\"code\":0,\"data\":{\"status\":\"completed\",\"output\":{\"url\":\"https://s.example/r.mp4\"}}}",
                "{\"code\":0,\"data\":{\"status\":\"completed\",\"url\":\"https://s.example/r.mp4\"}}"
            })
    void a_completed_render_in_every_shape(String shape) {
        assertThat(render(shape))
                .isEqualTo(new RenderJob(
                        "r", RenderStatus.COMPLETED, 100, URI.create("https://s.example/r.mp4"), null, null, null));
    }

    @Test
    void a_failed_render_says_why() {
        assertThat(
                        render(
                                "{\"success\":true,\"data\":{\"id\":\"r\",\"status\":\"failed\",\"progress\":40,\"error\":\"no GPU\"}}"))
                .isEqualTo(new RenderJob("r", RenderStatus.FAILED, 40, null, "no GPU", null, null));
    }

    @Test
    void how_long_it_took_is_told_by_two_times_that_are_both_there() {
        assertThat(render("{\"data\":{\"status\":\"completed\",\"createdAt\":1773423613616,"
                                + "\"completedAt\":1773423641222}}")
                        .took())
                .isEqualTo(Duration.ofMillis(27_606));
        assertThat(render("{\"status\":\"completed\",\"createdAt\":1773423613616}")
                        .took())
                .isNull();
        assertThat(render("{\"status\":\"completed\",\"createdAt\":0,\"completedAt\":1773423641222}")
                        .took())
                .isNull();
    }

    @Test
    void the_sync_report_travels_in_data() {
        assertThat(render("{\"code\":0,\"status\":\"completed\",\"data\":{\"report\":{\"cuts\":12,\"meanMs\":3}}}")
                        .report()
                        .path("cuts")
                        .asInt())
                .isEqualTo(12);
    }
}

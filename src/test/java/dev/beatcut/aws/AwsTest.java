package dev.beatcut.aws;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsTest {

    @Test
    void both_a_table_and_a_bucket_or_neither() {
        assertThatCode(() -> aws(Map.of("table", "t", "bucket", "b")).check(true))
                .doesNotThrowAnyException();
        assertThatCode(() -> aws(Map.of()).check(true)).doesNotThrowAnyException();
        assertThatCode(() -> aws(Map.of("table", "", "bucket", "")).check(true)).doesNotThrowAnyException();
    }

    @Test
    void one_without_the_other_is_refused_with_what_is_missing() {
        assertThatThrownBy(() -> aws(Map.of("table", "films")).check(true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("BEATCUT_AWS_TABLE is \"films\", BEATCUT_AWS_BUCKET is not set: set both to keep"
                        + " everything on AWS, or neither to keep it on this machine.");
        assertThatThrownBy(() -> aws(Map.of("bucket", "films")).check(true))
                .hasMessageContaining("BEATCUT_AWS_TABLE is not set, BEATCUT_AWS_BUCKET is \"films\"");
    }

    @Test
    void a_function_that_can_keep_nothing_by_itself_needs_both() {
        assertThatThrownBy(() -> aws(Map.of()).check(false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("set both");
    }

    private static Aws aws(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder().withMapping(AwsConfig.class);
        settings.forEach((name, value) ->
                builder.withSources(new PropertiesConfigSource(Map.of("beatcut.aws." + name, value), name, 100)));
        return new Aws(builder.build().getConfigMapping(AwsConfig.class));
    }
}

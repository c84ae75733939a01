package dev.beatcut.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in the zips, and what is not. */
class ArtifactsIT {

    private static final long LAMBDA_TAKES_UP_TO = 50 * 1024 * 1024;

    private static final Pattern STRANGER = Pattern.compile(
            "dev/beatcut/(studio|laptop)/.*|.*(ffmpeg|javacpp|bytedeco|h2-mvstore|picocli|jtransforms|noto-sans|quarkus-scheduler-3).*",
            Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @EnumSource
    void no_studio_no_laptop_and_no_ffmpeg_are_in_it(Artifact artifact) {
        assertThat(artifact.entries())
                .contains("dev/beatcut/render/Renders.class")
                .noneMatch(STRANGER.asMatchPredicate());
        assertThat(artifact.bytes()).isLessThan(LAMBDA_TAKES_UP_TO);
    }

    @ParameterizedTest
    @EnumSource
    void every_file_is_in_it_once(Artifact artifact) {
        assertThat(artifact.entries().stream().filter(name -> !name.endsWith("/")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(names = "FUNCTIONS")
    void the_functions_have_no_web_server(Artifact artifact) {
        assertThat(artifact.entries())
                .contains("dev/beatcut/access/FunctionHandler.class")
                .noneMatch(name -> name.contains("quarkus-vertx-http") || name.contains("quarkus-rest-3"));
    }
}

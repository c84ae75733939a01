package dev.beatcut.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in the zips, and what is not. */
class ArtifactsIT {

    private static final long LAMBDA_TAKES_UP_TO = 50 * 1024 * 1024;

    private static final Pattern STRANGER = Pattern.compile(
            "dev/beatcut/(studio|laptop)/.*|.*(ffmpeg|javacpp|bytedeco|h2-mvstore|picocli|jtransforms|noto-sans|quarkus-scheduler-3).*",
            Pattern.CASE_INSENSITIVE);

    /** The server's own, which no bean of an artifact without their libraries leads to; annotations are not needed. */
    private static final Pattern MAY_MISS = Pattern.compile("dev\\.beatcut\\.(access\\.(Api|Token)Description"
            + "|nemo\\.UpstreamReachable|state\\.TableWritable|render\\.RenderPoller|\\S+_Bean) .*"
            + "|.* org\\.eclipse\\.microprofile\\.openapi\\.annotations\\..*");

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

    /** A JVM never comes there; a native build fails where a class leads to one that is not there. */
    @ParameterizedTest
    @EnumSource
    void every_class_that_the_backend_calls_is_in_it(Artifact artifact, @TempDir Path folder) throws IOException {
        var task = artifact.unzipped(folder);
        var missing = new StringWriter();
        var out = new PrintWriter(missing);
        try (var jars = Files.list(task.resolve("lib"))) {
            var libraries = jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            ToolProvider.findFirst("jdeps")
                    .orElseThrow()
                    .run(out, out, "--multi-release", "25", "--missing-deps", "-cp", libraries, task.toString());
        }
        assertThat(missing.toString().lines().map(String::strip).filter(line -> line.startsWith("dev.beatcut.")))
                .isNotEmpty()
                .allMatch(MAY_MISS.asMatchPredicate());
    }
}

package dev.beatcut.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in the zips, and what is not. */
class ArtifactsIT {

    private static final long LAMBDA_TAKES_UP_TO = 50 * 1024 * 1024;

    private static final Pattern STRANGER = Pattern.compile(
            "(dev/beatcut/(studio|laptop|packaging)|org/bytedeco|org/h2/mvstore|picocli|org/jtransforms|io/quarkus/scheduler)/.*"
                    + "|.*(ffmpeg|noto-?sans|javacpp).*",
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
    @EnumSource
    void what_several_libraries_bring_by_one_name_is_all_there(Artifact artifact) {
        assertThat(artifact.text("META-INF/services/com.fasterxml.jackson.databind.Module"))
                .contains("JavaTimeModule", "Jdk8Module", "ParameterNamesModule");
        assertThat(artifact.entries())
                .filteredOn(name -> name.matches("META-INF/legal/.*/(LICENSE|NOTICE).*"))
                .hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource
    void what_quarkus_reads_first_lies_open(Artifact artifact) {
        assertThat(artifact.entries().indexOf("application.properties"))
                .isBetween(0, artifact.entries().indexOf("META-INF/MANIFEST.MF"));
    }

    @ParameterizedTest
    @EnumSource(names = "FUNCTIONS")
    void the_functions_have_no_web_server(Artifact artifact) {
        assertThat(artifact.entries())
                .contains("dev/beatcut/start/FunctionHandler.class")
                .noneMatch(name -> name.startsWith("io/quarkus/vertx/http/")
                        || name.startsWith("io/quarkus/resteasy/reactive/server/"));
    }

    /** A JVM never comes there; a native build fails where a class leads to one that is not there. */
    @ParameterizedTest
    @EnumSource
    void every_class_that_the_backend_calls_is_in_it(Artifact artifact, @TempDir Path folder) throws IOException {
        var task = artifact.unzipped(folder);
        var missing = new StringWriter();
        var out = new PrintWriter(missing);
        try (var files = Files.walk(task)) {
            var jar = files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
            ToolProvider.findFirst("jdeps")
                    .orElseThrow()
                    .run(
                            out,
                            out,
                            "--multi-release",
                            "25",
                            "--missing-deps",
                            "-include",
                            "dev\\.beatcut\\..*",
                            jar.toString());
        }
        assertThat(missing.toString().lines().map(String::strip).filter(line -> line.startsWith("dev.beatcut.")))
                .isNotEmpty()
                .allMatch(MAY_MISS.asMatchPredicate());
    }
}

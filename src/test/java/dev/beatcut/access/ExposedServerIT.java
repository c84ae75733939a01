package dev.beatcut.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server where others can reach it, and nothing says how they prove who they are. */
class ExposedServerIT {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    /** Longer than a server takes to start on a busy machine. */
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    @Test
    void it_does_not_start_and_says_what_to_do() throws IOException, InterruptedException {
        var log = folder.resolve("log");
        var process = server(log, Map.of("QUARKUS_HTTP_HOST", "0.0.0.0"));
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("it ends: %s", Files.readString(log))
                    .isTrue();
        } finally {
            process.destroyForcibly().onExit().join();
        }
        assertThat(process.exitValue()).isNotZero();
        assertThat(Files.readString(log))
                .contains("quarkus.http.host is \"0.0.0.0\", where others can reach this server")
                .contains("beatcut.access.open=true")
                .doesNotContain("Listening on");
    }

    private Process server(Path log, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-Dquarkus.http.port=0",
                        "-Dbeatcut.data=" + folder.resolve("data"),
                        "-Dquarkus.vertx.cache-directory=" + folder.resolve("vertx"),
                        "-jar",
                        JAR.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("BEATCUT_"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}

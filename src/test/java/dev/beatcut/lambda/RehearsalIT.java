package dev.beatcut.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the SDK's rehearsal leaves behind where it is done before Quarkus has begun. */
class RehearsalIT {

    @TempDir
    Path folder;

    @Test
    void a_rehearsal_that_logs_before_quarkus_installs_the_log_manager_of_quarkus() throws Exception {
        var jar = Artifact.FUNCTIONS.unzipped(folder).resolve("beatcut.jar");

        assertThat(saidBy(jar)).endsWith("log manager: org.jboss.logmanager.LogManager\n");
    }

    private static String saidBy(Path jar) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var own = Path.of("target/test-classes").toAbsolutePath();
        var process = new ProcessBuilder(java, "-cp", jar + ":" + own, Rehearsed.class.getName())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** In a JVM of its own: the log manager is installed once. */
    static final class Rehearsed {

        public static void main(String[] none) throws ReflectiveOperationException {
            var rehearsal = Class.forName("dev.beatcut.access.Rehearsal");
            var begin = rehearsal.getDeclaredMethod("begin");
            var end = rehearsal.getDeclaredMethod("end");
            begin.setAccessible(true);
            end.setAccessible(true);
            end.invoke(begin.invoke(null));
            System.out.println(
                    "log manager: " + LogManager.getLogManager().getClass().getName());
        }
    }
}

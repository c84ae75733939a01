package dev.beatcut.studio.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {

    @TempDir
    Path root;

    @Test
    void what_a_dead_node_left_goes_and_what_is_in_use_stays() throws IOException {
        var scratch = new Scratch(root, "node-1");
        var mine = scratch.folder().path();
        var dead = Files.createDirectories(root.resolve("node-2").resolve("work1"));
        var foreign = Files.createDirectories(root.resolve("holiday"));

        scratch.sweep();

        assertThat(dead).doesNotExist();
        assertThat(mine).exists();
        assertThat(foreign).exists();
    }

    @Test
    void what_a_node_in_another_container_is_at_stays_though_its_process_is_not_seen_here() throws Exception {
        var other = OtherNode.start(root, "node-2");
        try (var children = Files.list(root.resolve("node-2"))) {
            assertThat(children).hasSize(1);
        }

        new Scratch(root, "node-1").sweep();
        assertThat(root.resolve("node-2")).exists();

        other.destroyForcibly().waitFor();
        new Scratch(root, "node-3").sweep();
        assertThat(root.resolve("node-2")).doesNotExist();
    }

    /** Has a folder, and lives until it is killed. */
    static final class OtherNode {

        private static Scratch scratch;

        private OtherNode() {}

        public static void main(String[] args) throws IOException {
            scratch = new Scratch(Path.of(args[0]), args[1]);
            scratch.folder();
            System.out.println("at work");
            System.in.read();
        }

        static Process start(Path root, String name) throws IOException {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var classes = System.getProperty("java.class.path");
            var process = new ProcessBuilder(java, "-cp", classes, OtherNode.class.getName(), "" + root, name)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.inputReader().readLine();
            return process;
        }
    }
}

package dev.beatcut.laptop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.state.Expected;
import dev.beatcut.state.Item;
import dev.beatcut.state.Key;
import dev.beatcut.state.Table;
import dev.beatcut.state.TableContract;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTableTest extends TableContract {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private FileTable table;

    @BeforeEach
    void open() {
        table = new FileTable(
                folder.resolve("table.mv"), () -> UUID.randomUUID().toString());
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Override
    protected Table table() {
        return table;
    }

    @Test
    void a_put_has_survived_when_the_process_is_killed_right_after() throws Exception {
        var file = folder.resolve("killed.mv");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), PutAndDie.class.getName(), file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(child.getInputStream().readAllBytes());

        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as(said).isEqualTo(PutAndDie.HALTED);
        try (var reopened = new FileTable(file, () -> "v")) {
            assertThat(reopened.get(PutAndDie.KEY, NOW).orElseThrow().document())
                    .isEqualTo("kept");
        }
    }

    @Test
    void an_interrupted_caller_does_not_close_the_file_under_the_others() {
        Thread.currentThread().interrupt();
        try {
            table.put(Item.of(new Key("p", "interrupted"), "kept"), Expected.absent(), NOW);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(table.get(new Key("p", "interrupted"), NOW)).isPresent();
        table.put(Item.of(new Key("p", "after"), "kept"), Expected.absent(), NOW);
    }

    /** Halts the JVM, with no hook and no close, as soon as its put has returned. */
    static final class PutAndDie {
        static final Key KEY = new Key("p", "s");
        static final int HALTED = 42;

        public static void main(String[] args) {
            var table = new FileTable(Path.of(args[0]), () -> UUID.randomUUID().toString());
            table.put(Item.of(KEY, "kept"), Expected.absent(), NOW);
            Runtime.getRuntime().halt(HALTED);
        }
    }
}

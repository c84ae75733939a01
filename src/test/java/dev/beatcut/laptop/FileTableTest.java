package dev.beatcut.laptop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.beatcut.state.Expected;
import dev.beatcut.state.Item;
import dev.beatcut.state.Key;
import dev.beatcut.state.Table;
import dev.beatcut.state.TableContract;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
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
    void every_put_has_survived_when_the_process_is_killed_right_after() throws Exception {
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
            assertThat(reopened.list(PutAndDie.PARTITION, "", 2 * PutAndDie.PUTS, null, NOW)
                            .items())
                    .hasSize(PutAndDie.PUTS)
                    .allMatch(item -> item.document().equals("kept"));
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

    @Test
    void writes_that_wait_together_are_committed_together() throws InterruptedException {
        var file = folder.resolve("together.mv");
        var release = new CountDownLatch(1);
        var writers = new ArrayList<Thread>();
        try (var held = new FileTable(file, () -> tagAfter(release))) {
            for (var i = 0; i < 50; i++) {
                var item = Item.of(new Key("p", "w" + i), "kept");
                writers.add(Thread.ofPlatform().start(() -> held.put(item, Expected.absent(), NOW)));
            }
            await().until(() -> writers.stream().allMatch(writer -> writer.getState() == Thread.State.WAITING));
            release.countDown();
            for (var writer : writers) {
                writer.join();
            }
            assertThat(held.list("p", "", 100, null, NOW).items()).hasSize(50);
        }

        try (var store = MVStore.open(file.toString())) {
            assertThat(store.getCurrentVersion()).isLessThan(10);
        }
    }

    private static String tagAfter(CountDownLatch release) {
        try {
            release.await();
            return UUID.randomUUID().toString();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Halts the JVM, with no hook and no close, as soon as its puts, all at once, have returned. */
    static final class PutAndDie {
        static final String PARTITION = "p";
        static final int PUTS = 50;
        static final int HALTED = 42;

        public static void main(String[] args) {
            var table = new FileTable(Path.of(args[0]), () -> UUID.randomUUID().toString());
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var i = 0; i < PUTS; i++) {
                    var item = Item.of(new Key(PARTITION, "s" + i), "kept");
                    threads.execute(() -> table.put(item, Expected.absent(), NOW));
                }
            }
            Runtime.getRuntime().halt(HALTED);
        }
    }
}

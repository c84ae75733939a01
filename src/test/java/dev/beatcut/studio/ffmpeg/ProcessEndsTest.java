package dev.beatcut.studio.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProcessEndsTest {

    /** Plays in real time, so it runs for an hour unless it is ended. */
    private static final List<String> ENDLESS =
            List.of("-re", "-f", "lavfi", "-i", "testsrc=s=64x48:d=3600", "-f", "null", "-");

    private static final List<String> ENDLESS_OUTPUT =
            List.of("-f", "lavfi", "-i", "testsrc=s=64x48:d=3600", "-f", "rawvideo", "pipe:1");

    @TempDir
    Path folder;

    @Test
    void an_interrupt_stops_it() throws InterruptedException {
        var started = new CountDownLatch(1);
        var outcome = new CompletableFuture<Throwable>();
        var flag = new CompletableFuture<Boolean>();
        var caller = Thread.ofVirtual().start(() -> {
            outcome.complete(catchThrowable(() -> Made.FFMPEG.run(ENDLESS, ms -> started.countDown())));
            flag.complete(Thread.currentThread().isInterrupted());
        });
        started.await();

        caller.interrupt();

        assertThat(outcome.join()).isInstanceOf(CancellationException.class);
        assertThat(flag.join()).isTrue();
        assertThat(children()).isEmpty();
    }

    @Test
    void a_reader_that_fails_ends_it_and_is_heard() {
        assertThatThrownBy(() -> Made.FFMPEG.read(ENDLESS_OUTPUT, in -> {
                    in.readNBytes(1000);
                    throw new IOException("enough");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("enough");
        assertThat(children()).isEmpty();
    }

    @Test
    void a_reader_that_stops_early_does_not_hang_it() {
        var command = new ArrayList<>(ENDLESS_OUTPUT);
        command.set(3, "testsrc=s=640x480:d=2");

        assertThat(Made.FFMPEG.<Integer>read(command, in -> in.read())).isBetween(0, 255);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void being_killed_by_somebody_else_is_told() {
        var failure = CompletableFuture.supplyAsync(
                () -> catchThrowableOfType(FfmpegFailed.class, () -> Made.FFMPEG.run(ENDLESS)));
        await().until(() -> children().size() == 1);

        children().getFirst().destroyForcibly();

        assertThat(failure.join().exitCode()).isEqualTo(137);
        assertThat(failure.join().killed()).isTrue();
        assertThat(failure.join()).hasMessageContaining("ffmpeg was killed");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void what_ends_because_the_jvm_ends_has_not_failed() {
        var ours = new Children(Map.of());
        var started = new CompletableFuture<Void>();
        var command = List.of("sh", "-c", "echo runs; exec sleep 60");
        var outcome = CompletableFuture.supplyAsync(() -> catchThrowable(() -> ours.read(
                command,
                output -> {
                    output.read();
                    return started.complete(null);
                },
                null)));
        started.join();

        ours.endAll();

        assertThat(outcome.join()).isInstanceOf(CancellationException.class);
    }

    @Test
    void a_failure_carries_the_exit_code_and_the_last_lines() {
        var failure = catchThrowableOfType(
                FfmpegFailed.class,
                () -> Made.FFMPEG.run(List.of("-i", folder.resolve("none.mp4").toString())));

        assertThat(failure.exitCode()).isNotZero();
        assertThat(failure.log()).hasSizeBetween(1, 20).anyMatch(line -> line.contains("No such file"));
        assertThat(failure.killed()).isFalse();
        assertThat(failure.diskFull()).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_is_told() {
        var failure = catchThrowableOfType(
                FfmpegFailed.class,
                () -> Made.FFMPEG.run(List.of("-f", "lavfi", "-i", "testsrc=d=1", "-f", "mpegts", "/dev/full")));

        assertThat(failure.diskFull()).isTrue();
    }

    @Test
    void progress_grows_to_the_length_of_the_output() {
        var told = new ArrayList<Long>();

        Made.FFMPEG.run(List.of("-re", "-f", "lavfi", "-i", "testsrc=s=64x48:d=1", "-f", "null", "-"), told::add);

        assertThat(told).isSorted().hasSizeGreaterThan(2);
        assertThat(told.getLast()).isEqualTo(1000);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void it_ends_with_the_jvm_that_is_told_to_end() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jvm = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), ProcessEndsTest.class.getName())
                .redirectErrorStream(true)
                .start();
        await().until(() -> jvm.inputReader().readLine().startsWith("runs"));
        var child = jvm.children().findFirst().orElseThrow();

        jvm.destroy();

        assertThat(jvm.onExit().join().isAlive()).isFalse();
        assertThat(child.isAlive()).isFalse();
    }

    public static void main(String[] arguments) {
        Made.FFMPEG.run(ENDLESS, ms -> System.out.println("runs"));
    }

    private static List<ProcessHandle> children() {
        Stream<ProcessHandle> mine = ProcessHandle.current().children();
        return mine.filter(ProcessHandle::isAlive)
                .filter(child -> child.info().command().orElse("").contains("ffmpeg"))
                .toList();
    }
}

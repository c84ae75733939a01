package dev.beatcut.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What child processes cost, by Linux' {@code /proc}. */
final class Processes {

    private static final double TICKS = 100;

    interface Work<T> {
        T done() throws IOException, InterruptedException;
    }

    private Processes() {}

    /** User and system time of this process, of its children that have ended, and of theirs, in seconds. */
    static double cpu() throws IOException {
        return seconds(11) + system();
    }

    /** Of that, what the system needed, such as for memory that is touched first. */
    static double system() throws IOException {
        return seconds(12);
    }

    /** Of a field of this process and, two on, the same of its children. */
    private static double seconds(int field) throws IOException {
        var stat = Files.readString(Path.of("/proc/self/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[field]) + Long.parseLong(fields[field + 2])) / TICKS;
    }

    /** User and system time of another process. */
    static Duration cpuOf(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    /** Resident memory of another process at most, so far. */
    static double peakMb(long pid) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Looks every 50 ms at what the children hold. */
    static Watch watch() {
        var watch = new Watch();
        watch.thread.start();
        return watch;
    }

    static final class Watch {

        private final CountDownLatch over = new CountDownLatch(1);
        private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::look);
        private volatile long most;

        /** Bytes that they held together at most; ends the watch. */
        long peak() throws InterruptedException {
            over.countDown();
            thread.join();
            return most;
        }

        private void look() {
            try {
                while (!over.await(50, TimeUnit.MILLISECONDS)) {
                    long now = ProcessHandle.current()
                            .descendants()
                            .mapToLong(child -> resident(child.pid()))
                            .sum();
                    most = Math.max(most, now);
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        private static long resident(long pid) {
            try {
                var pages = Files.readString(Path.of("/proc/" + pid + "/statm")).split(" ")[1];
                return Long.parseLong(pages) * 4096;
            } catch (IOException gone) {
                return 0;
            }
        }
    }
}

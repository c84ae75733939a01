package dev.beatcut.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged functions as Lambda snapshots them: the runtime interface client calls the hooks and asks to be restored. */
class SnapStartIT {

    private static final String ASK = "{\"owner\": \"maria\"}";
    /** Established, or listening; Java leaves a socket whose other end is closed to the garbage collector. */
    private static final Set<String> OPEN = Set.of("01", "0A");

    private static final Duration PLENTY = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static Path task;

    @BeforeAll
    static void unzip() {
        task = Artifact.FUNCTIONS.unzipped(folder.resolve("task"));
    }

    @Test
    void before_the_snapshot_the_table_is_read_and_the_token_is_not_and_the_upstream_hears_nothing() throws Exception {
        try (var account = new WatchedAccount();
                var function = started(account, "snap-start")) {
            function.awaitCheckpoint();

            assertThat(account.asked()).as(function.log()).isNotEmpty().containsOnly("GetItem");
            assertThat(function.log()).doesNotContain("The snapshot is taken without");
        }
    }

    @Test
    void neither_the_token_nor_the_roles_credentials_are_in_the_snapshot() throws Exception {
        try (var account = new WatchedAccount();
                var function = started(account, "snap-start")) {
            function.awaitCheckpoint();

            var heap = heap(function);
            assertThat(heap.contains("nobody")).as("the heap is read").isTrue();
            assertThat(heap.contains(WatchedAccount.ROLE_SECRET)).isFalse();
            assertThat(heap.contains(WatchedAccount.NEMO_TOKEN)).isFalse();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void no_connection_is_open_in_the_snapshot_but_the_runtimes() throws Exception {
        try (var account = new WatchedAccount();
                var function = started(account, "snap-start")) {
            function.awaitCheckpoint();

            assertThat(peers(function.pid())).hasSize(1).doesNotContain(account.port(), 0);
        }
    }

    @Test
    void a_restored_process_asks_for_its_credentials_and_its_token_when_it_is_called() throws Exception {
        try (var account = new WatchedAccount();
                var function = started(account, "snap-start")) {
            function.awaitCheckpoint();
            var before = account.asked();
            function.restore();

            var credits = function.invoke(ASK, PLENTY);

            assertThat(credits.body()).as(function.log()).contains("77");
            assertThat(account.asked().subList(before.size(), account.asked().size()))
                    .contains("credentials", "GetSecretValue", "upstream");
        }
    }

    @Test
    void a_process_that_is_not_snapshotted_does_nothing_ahead() throws Exception {
        try (var account = new WatchedAccount();
                var function = started(account, "on-demand")) {
            assertThat(function.invoke("{}", PLENTY).body()).contains("InvalidRequest");

            assertThat(account.asked()).isEmpty();
        }
    }

    private static LambdaProcess started(WatchedAccount account, String initialization) {
        var environment = new HashMap<>(account.environment());
        environment.putAll(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", initialization, "QUARKUS_FUNQY_EXPORT", "credits"));
        return LambdaProcess.jvm(task, Artifact.FUNCTIONS.handler(), environment);
    }

    /** All that lives on its heap, as text. */
    private static String heap(LambdaProcess function) throws IOException, InterruptedException {
        var dump = Files.createTempDirectory(folder, "heap").resolve("dump");
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var dumped = new ProcessBuilder(jcmd, Long.toString(function.pid()), "GC.heap_dump", dump.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(dumped).isZero();
        return Files.readString(dump, StandardCharsets.ISO_8859_1);
    }

    /** The ports at the other ends of a process's open TCP connections; 0 for a socket that listens. */
    private static TreeSet<Integer> peers(long pid) throws IOException {
        try (var opened = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            var sockets = opened.map(SnapStartIT::link).collect(Collectors.toSet());
            var peers = new TreeSet<Integer>();
            for (var table : List.of("tcp", "tcp6")) {
                for (var line : Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table))) {
                    var fields = line.strip().split("\\s+");
                    if (OPEN.contains(fields[3]) && sockets.contains("socket:[" + fields[9] + "]")) {
                        peers.add(Integer.parseInt(fields[2].substring(fields[2].indexOf(':') + 1), 16));
                    }
                }
            }
            return peers;
        }
    }

    private static String link(Path opened) {
        try {
            return Files.readSymbolicLink(opened).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}

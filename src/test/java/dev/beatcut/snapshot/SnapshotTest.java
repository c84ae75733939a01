package dev.beatcut.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import org.crac.Resource;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void only_a_process_that_lambda_snapshots_waits_for_it() {
        var snapshot = new Snapshot(List.of());
        var waiting = new ArrayList<Resource>();

        snapshot.await("on-demand", waiting::add);
        snapshot.await(null, waiting::add);
        assertThat(waiting).isEmpty();

        snapshot.await("snap-start", waiting::add);
        assertThat(waiting).containsExactly(snapshot);
    }

    @Test
    void everything_is_warmed_up_once_before_the_snapshot_and_nothing_after_it() {
        var snapshot = new Snapshot(List.of(() -> done.add("table"), () -> done.add("upstream")));

        snapshot.beforeCheckpoint(null);
        snapshot.afterRestore(null);

        assertThat(done).containsExactly("table", "upstream");
    }

    @Test
    void what_cannot_be_warmed_up_stays_cold_and_the_snapshot_is_taken() {
        var snapshot = new Snapshot(List.of(
                () -> {
                    throw new IllegalStateException("out of reach");
                },
                () -> done.add("upstream")));

        assertThatCode(() -> snapshot.beforeCheckpoint(null)).doesNotThrowAnyException();

        assertThat(done).containsExactly("upstream");
    }
}

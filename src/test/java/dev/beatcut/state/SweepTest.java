package dev.beatcut.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.observe.Measure;
import dev.beatcut.observe.Observer;
import dev.beatcut.observe.Recorded;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final MemoryTable table = new MemoryTable();
    private final ConcurrentHashMap<String, Integer> carried = new ConcurrentHashMap<>();

    @Test
    void whatever_is_due_is_carried_by_the_one_whose_kind_it_is_and_one_failure_holds_up_nothing() throws Exception {
        for (int i = 0; i < 50; i++) {
            due("render/x", "r" + i, NOW.minusSeconds(1));
            due("turn/x", "t" + i, NOW);
        }
        due("render/x", "later", NOW.plusSeconds(1));
        due("studio/x", "not ours", NOW);
        var sweep = sweep(new Kind("render/"), new Kind("turn/") {
            @Override
            public void carryOn(Key key, Instant leave) {
                super.carryOn(key, leave);
                if (key.sort().equals("t7")) {
                    throw new IllegalStateException("this one fails");
                }
            }
        });

        sweep.round(Instant.MAX).forEach(CompletableFuture::join);

        assertThat(carried).hasSize(100).doesNotContainKeys("later", "not ours").containsValue(1);
    }

    @Test
    void what_is_still_under_way_is_not_begun_again() {
        due("render/x", "slow", NOW);
        var goOn = new CountDownLatch(1);
        var sweep = sweep(new Kind("render/") {
            @Override
            public void carryOn(Key key, Instant leave) {
                super.carryOn(key, leave);
                try {
                    goOn.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        var first = sweep.round(Instant.MAX);
        var second = sweep.round(Instant.MAX);
        goOn.countDown();
        first.forEach(CompletableFuture::join);

        assertThat(second).isEmpty();
        assertThat(carried).containsEntry("slow", 1);
    }

    @Test
    void what_is_named_twice_is_begun_once_and_what_was_done_before_does_not_hide_what_is_new() {
        for (int i = 0; i < 1500; i++) {
            due("render/x", "old" + i, NOW.minusSeconds(2));
        }
        var sweep = sweep(new Kind("render/") {
            @Override
            public void carryOn(Key key, Instant leave) {
                table.get(key, NOW).filter(item -> item.due() != null).ifPresent(item -> {
                    super.carryOn(key, leave);
                    table.put(item.due(null), Expected.version(item.version()), NOW);
                });
            }
        });
        sweep.round(Instant.MAX).forEach(CompletableFuture::join);
        for (int i = 0; i < 100; i++) {
            due("render/x", "new" + i, NOW);
        }
        sweep.round(Instant.MAX).forEach(CompletableFuture::join);

        assertThat(carried).hasSize(1600).allSatisfy((key, times) -> assertThat(times)
                .isEqualTo(1));
    }

    @Test
    void what_a_round_finds_due_is_counted_by_kind_and_a_kind_that_is_no_more_is_zero() {
        due("render/x", "1", NOW);
        due("render/x", "2", NOW);
        due("turn-open/x", "1", NOW);
        var sweep = sweep(table, new Kind("render/"));
        sweep.round(Instant.MAX).forEach(CompletableFuture::join);
        table.delete(
                new Key("turn-open/x", "1"),
                table.get(new Key("turn-open/x", "1"), NOW)
                        .map(item -> Expected.version(item.version()))
                        .orElseThrow(),
                NOW);
        sweep.round(Instant.MAX).forEach(CompletableFuture::join);

        assertThat(measured.of(Measure.DUE))
                .extracting(one -> one.dimensions().getFirst() + " " + (int) one.value())
                .containsExactly("render 2", "turn-open 1", "all 3", "render 2", "turn-open 0", "all 2");
    }

    @Test
    void a_round_that_could_read_nothing_tells_nothing() {
        Runnable refusing = () -> {
            throw new Problem(ProblemCode.STORAGE_UNAVAILABLE, "The table does not answer.", "Try again.");
        };
        sweep(new MortalTable(table, refusing), new Kind("render/")).round(Instant.MAX);

        assertThat(measured.of(Measure.DUE)).isEmpty();
    }

    private final Recorded measured = new Recorded();

    private Sweep sweep(Carrier... carriers) {
        return sweep(new StaleTable(table), carriers);
    }

    private Sweep sweep(Table table, Carrier... carriers) {
        return new Sweep(
                table,
                List.of(carriers),
                () -> NOW,
                Executors.newVirtualThreadPerTaskExecutor(),
                RandomGenerator.getDefault(),
                new Observer(measured, OpenTelemetry.noop()));
    }

    private void due(String partition, String sort, Instant at) {
        table.put(Item.of(new Key(partition, sort), "{}").due(at), Expected.absent(), NOW);
    }

    private class Kind implements Carrier {
        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public boolean carries(Key key) {
            return key.partition().startsWith(prefix);
        }

        @Override
        public void carryOn(Key key, Instant leave) {
            carried.merge(key.sort(), 1, Integer::sum);
        }
    }
}

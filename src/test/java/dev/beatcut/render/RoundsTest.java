package dev.beatcut.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.observe.Gauge;
import dev.beatcut.observe.Observer;
import dev.beatcut.state.Carrier;
import dev.beatcut.state.Expected;
import dev.beatcut.state.Item;
import dev.beatcut.state.Key;
import dev.beatcut.state.MemoryTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LONG = Duration.ofHours(1);

    private final MemoryTable table = new MemoryTable();
    private final Queue<String> carried = new ConcurrentLinkedQueue<>();
    private volatile Instant now = START;

    @Test
    void one_with_55_s_goes_round_twice_and_is_over_in_time() {
        due("at once", START);
        due("later", START.plusSeconds(29));
        due("too late", START.plusSeconds(31));

        var steps = rounds(key -> {}).within(LONG, START.plusSeconds(55));

        assertThat(carried).containsExactlyInAnyOrder("at once", "later");
        assertThat(steps).isEqualTo(2);
        assertThat(now).isEqualTo(START.plusSeconds(30));
    }

    @Test
    void a_gauge_that_fails_fails_no_round() {
        due("at once", START);
        Gauge broken = () -> {
            throw new IllegalStateException("The secret has no text.");
        };

        var steps = rounds(key -> {}, broken).within(Duration.ofSeconds(1), START.plusSeconds(55));

        assertThat(steps).isEqualTo(1);
    }

    @Test
    void one_with_more_time_than_it_looks_around_leaves_the_rounds_to_the_next() {
        due("at once", START);
        due("later", START.plusSeconds(29));
        due("for the next one", START.plusSeconds(31));

        var steps = rounds(key -> {}).within(Duration.ofSeconds(58), START.plusSeconds(900));

        assertThat(carried).containsExactlyInAnyOrder("at once", "later");
        assertThat(steps).isEqualTo(2);
    }

    @Test
    void what_does_not_end_in_time_is_left_to_whoever_comes_next() {
        due("slow", START);
        var goOn = new CountDownLatch(1);
        var rounds = rounds(key -> await(goOn));

        rounds.within(LONG, START.plusMillis(50));

        assertThat(carried).isEmpty();
        goOn.countDown();
        rounds.end();
    }

    @Test
    void nothing_is_begun_when_the_time_is_up() {
        due("late", START);

        assertThat(rounds(key -> {}).within(LONG, START)).isZero();
        assertThat(carried).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void due(String sort, Instant at) {
        table.put(Item.of(new Key("render/x", sort), "{}").due(at), Expected.absent(), now);
    }

    private Rounds rounds(Consumer<Key> step, Gauge... gauges) {
        var carrier = new Carrier() {
            @Override
            public boolean carries(Key key) {
                return true;
            }

            @Override
            public void carryOn(Key key, Instant leave) {
                step.accept(key);
                table.get(key, now).ifPresent(item -> {
                    table.put(item.due(null), Expected.version(item.version()), now);
                    carried.add(key.sort());
                });
            }
        };
        return new Rounds(table, List.of(carrier), List.of(gauges), () -> now, this::pass, Observer.NONE);
    }

    private void pass(Duration time) {
        now = time.isPositive() ? now.plus(time) : now;
    }
}

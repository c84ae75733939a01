package dev.beatcut.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link Table} promises. */
public abstract class TableContract {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Key KEY = new Key("session/local", "s1");

    protected abstract Table table();

    @Test
    void what_was_put_is_read_back_with_its_version() {
        var put = table().put(
                        Item.of(KEY, "{\"a\":\"é中\"}").due(NOW).expires(NOW.plusSeconds(5)), Expected.absent(), NOW);

        assertThat(table().get(KEY, NOW)).contains(put);
        assertThat(put.version()).isNotBlank();
    }

    @Test
    void nothing_is_read_where_nothing_was_put() {
        assertThat(table().get(KEY, NOW)).isEmpty();
    }

    @Test
    void an_insert_over_something_is_a_conflict_and_changes_nothing() {
        var first = table().put(Item.of(KEY, "1"), Expected.absent(), NOW);

        assertThatThrownBy(() -> table().put(Item.of(KEY, "2"), Expected.absent(), NOW))
                .isInstanceOf(Conflict.class);
        assertThat(table().get(KEY, NOW)).contains(first);
    }

    @Test
    void an_update_of_an_old_version_is_a_conflict() {
        var first = table().put(Item.of(KEY, "1"), Expected.absent(), NOW);
        var second = table().put(Item.of(KEY, "2"), Expected.version(first.version()), NOW);

        assertThat(second.version()).isNotEqualTo(first.version());
        assertThatThrownBy(() -> table().put(Item.of(KEY, "3"), Expected.version(first.version()), NOW))
                .isInstanceOf(Conflict.class);
        assertThat(table().get(KEY, NOW).orElseThrow().document()).isEqualTo("2");
    }

    @Test
    void a_delete_wants_the_version_that_was_read() {
        var put = table().put(Item.of(KEY, "1").due(NOW), Expected.absent(), NOW);

        assertThatThrownBy(() -> table().delete(KEY, Expected.version("other"), NOW))
                .isInstanceOf(Conflict.class);
        table().delete(KEY, Expected.version(put.version()), NOW);

        assertThat(table().get(KEY, NOW)).isEmpty();
    }

    @Test
    void an_expired_item_is_absent_for_every_call() {
        var put = table().put(Item.of(KEY, "1").expires(NOW.plusSeconds(10)), Expected.absent(), NOW);
        var later = NOW.plusSeconds(10);

        assertThat(table().get(KEY, later)).isEmpty();
        assertThat(table().list(KEY.partition(), "", 10, null, later).items()).isEmpty();
        assertThatThrownBy(() -> table().put(Item.of(KEY, "2"), Expected.version(put.version()), later))
                .isInstanceOf(Conflict.class);
        table().put(Item.of(KEY, "2"), Expected.absent(), later);
        assertThat(table().get(KEY, later).orElseThrow().document()).isEqualTo("2");
    }

    @Test
    void a_partition_is_listed_in_order_by_prefix_and_page_by_page() {
        for (var sort : List.of("b#2", "a#1", "b#1", "b#3", "c#1")) {
            table().put(Item.of(new Key("p", sort), sort), Expected.absent(), NOW);
        }
        table().put(Item.of(new Key("p2", "b#0"), "other partition"), Expected.absent(), NOW);

        var first = table().list("p", "b#", 2, null, NOW);
        var rest = table().list("p", "b#", 2, first.next(), NOW);

        assertThat(first.items()).extracting(Item::document).containsExactly("b#1", "b#2");
        assertThat(rest.items()).extracting(Item::document).containsExactly("b#3");
        assertThat(rest.next()).isNull();
        assertThat(table().list("p", "", 10, null, NOW).items()).hasSize(5);
    }

    @Test
    void a_list_goes_on_after_a_key_that_is_not_of_its_prefix() {
        for (var sort : List.of("a#1", "b#1", "b#2", "c#1")) {
            table().put(Item.of(new Key("p", sort), sort), Expected.absent(), NOW);
        }

        assertThat(table().list("p", "b#", 2, "a#7", NOW).items()).hasSize(2);
        assertThat(table().list("p", "b#", 2, "b#0", NOW).items()).hasSize(2);
        assertThat(table().list("p", "b#", 2, "c#0", NOW).items()).isEmpty();
    }

    @Test
    void what_has_expired_takes_no_place_on_a_page() {
        for (int i = 0; i < 9; i++) {
            var item = Item.of(new Key("p", "s" + i), "" + i);
            table().put(i % 3 == 0 ? item : item.expires(NOW), Expected.absent(), NOW.minusSeconds(1));
        }

        var first = table().list("p", "", 2, null, NOW);
        var rest = table().list("p", "", 2, first.next(), NOW);

        assertThat(first.items()).extracting(Item::document).containsExactly("0", "3");
        assertThat(rest.items()).extracting(Item::document).containsExactly("6");
        assertThat(rest.next()).isNull();
    }

    @Test
    void what_is_due_comes_earliest_first_and_no_more_than_wanted() {
        var sort = 0;
        for (int due = 5; due > 0; sort++) {
            var key = new Key("p", "s" + sort);
            if (Table.shard(key) == 0) {
                table().put(Item.of(key, "" + due).due(NOW.minusSeconds(due--)), Expected.absent(), NOW);
            }
        }

        assertThat(table().due(0, NOW, 3))
                .extracting(key -> table().get(key, NOW).orElseThrow().document())
                .containsExactly("5", "4", "3");
        assertThat(table().due(0, NOW, 10)).hasSize(5);
    }

    @Test
    void what_is_due_is_found_in_its_shard_until_it_is_done() {
        var due = table().put(Item.of(KEY, "1").due(NOW.plusSeconds(30)), Expected.absent(), NOW);
        var shard = Table.shard(KEY);

        assertThat(table().due(shard, NOW.plusSeconds(29), 10)).isEmpty();
        assertThat(table().due(shard, NOW.plusSeconds(30), 10)).containsExactly(KEY);
        assertThat(table().due((shard + 1) % Table.SHARDS, NOW.plusSeconds(30), 10))
                .isEmpty();

        table().put(Item.of(KEY, "2"), Expected.version(due.version()), NOW);
        assertThat(table().due(shard, NOW.plusSeconds(30), 10)).isEmpty();
    }

    @Test
    void a_document_over_the_limit_is_refused_with_both_numbers() {
        var big = "x".repeat(Table.MAX_DOCUMENT_BYTES + 1);

        assertThatThrownBy(() -> table().put(Item.of(KEY, big), Expected.absent(), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("307201")
                .hasMessageContaining("307200");
    }

    @Test
    void of_many_writers_at_once_each_version_is_won_by_one() throws Exception {
        table().put(Item.of(KEY, "0"), Expected.absent(), NOW);
        List<Future<?>> writers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 4; writer++) {
                writers.add(threads.submit(() -> increment(10)));
            }
        }
        for (var writer : writers) {
            writer.get();
        }

        assertThat(table().get(KEY, NOW).orElseThrow().document()).isEqualTo("40");
    }

    private void increment(int times) {
        for (int done = 0; done < times; ) {
            var read = table().get(KEY, NOW).orElseThrow();
            var next = String.valueOf(Integer.parseInt(read.document()) + 1);
            try {
                table().put(read.document(next), Expected.version(read.version()), NOW);
                done++;
            } catch (Conflict race) {
                continue;
            }
        }
    }
}

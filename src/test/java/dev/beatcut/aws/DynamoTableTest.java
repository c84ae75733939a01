package dev.beatcut.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.state.Expected;
import dev.beatcut.state.Item;
import dev.beatcut.state.Key;
import dev.beatcut.state.Table;
import dev.beatcut.state.TableContract;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DynamoTableTest extends TableContract {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Table table = DynamoDbLocal.table();

    @Override
    protected Table table() {
        return table;
    }

    @Test
    void a_list_goes_on_where_dynamodb_ends_its_answer_after_1_mb() {
        var large = "x".repeat(Table.MAX_DOCUMENT_BYTES);
        for (int i = 0; i < 5; i++) {
            table.put(Item.of(new Key("p", "s" + i), large), Expected.absent(), NOW);
        }

        assertThat(table.list("p", "", 10, null, NOW).items()).hasSize(5);
        assertThat(table.list("p", "", 4, null, NOW).items()).hasSize(4);
    }

    @Test
    void what_is_due_goes_on_where_dynamodb_ends_its_answer_after_1_mb() {
        var partition = "p".repeat(1900);
        IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> new Key(partition, "s".repeat(900) + i))
                .filter(key -> Table.shard(key) == 3)
                .limit(450)
                .parallel()
                .forEach(key -> table.put(Item.of(key, "{}").due(NOW), Expected.absent(), NOW));

        assertThat(table.due(3, NOW, 500)).hasSize(450).doesNotHaveDuplicates();
        assertThat(table.due(3, NOW, 400)).hasSize(400);
    }
}

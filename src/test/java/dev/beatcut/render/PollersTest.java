package dev.beatcut.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.announce.Happening;
import dev.beatcut.aws.DynamoDbLocal;
import dev.beatcut.aws.DynamoTable;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.state.StaleTable;
import dev.beatcut.state.Table;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PollersTest {

    private static final int POLLERS = 8;

    @Test
    void eight_pollers_at_once_ask_for_each_export_once_a_round() {
        eachOnceARound(Collections.nCopies(POLLERS, new MemoryTable()), 200);
    }

    @Test
    void so_they_do_when_what_is_due_is_named_twice_and_too_late() {
        eachOnceARound(Collections.nCopies(POLLERS, new StaleTable(new MemoryTable())), 200);
    }

    @Test
    void and_on_dynamodb() {
        var name = DynamoDbLocal.newTable();
        var tables = Stream.generate(() -> (Table) new DynamoTable(
                        DynamoDbLocal.client(), name, () -> UUID.randomUUID().toString()))
                .limit(POLLERS)
                .toList();
        eachOnceARound(tables, 40);
    }

    private static void eachOnceARound(List<Table> tables, int exports) {
        try (var pollers =
                new Pollers(tables, Duration.ofSeconds(60), 4, Map.of("poll-every", "30s", "keep", "false"))) {
            pollers.export(pollers.open(1), 0, exports);
            for (int round = 1; round <= 2; round++) {
                pollers.pass(Duration.ofSeconds(30));
                pollers.round();
                assertThat(pollers.cloud.looks.keySet())
                        .isEqualTo(pollers.cloud.submits.keySet())
                        .hasSize(exports);
                assertThat(Set.copyOf(pollers.cloud.looks.values())).containsExactly(round);
            }
            pollers.pass(Duration.ofHours(1));
            pollers.round();

            assertThat(Set.copyOf(pollers.cloud.looks.values())).containsExactly(2);
            assertThat(Set.copyOf(pollers.cloud.submits.values())).containsExactly(1);
            var told = pollers.announced.told.stream().map(Happening::id).toList();
            assertThat(told).hasSize(exports).doesNotHaveDuplicates();
        }
    }
}

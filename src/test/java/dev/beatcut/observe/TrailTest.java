package dev.beatcut.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.observe.Trail.Field;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrailTest {

    private static final String SESSION = "ses_" + "0".repeat(26);
    private static final String TURN = "trn_" + "1".repeat(52);

    @RegisterExtension
    static final OpenTelemetryExtension SPANS = OpenTelemetryExtension.create();

    @AfterEach
    void nothing_stays() {
        assertThat(Trail.here()).isEmpty();
    }

    @Test
    void what_is_worked_on_is_known_until_it_is_done_and_then_what_was_before() {
        try (var _ = Trail.of(Field.SESSION, SESSION)) {
            try (var _ = Trail.of(Field.SESSION, "another", Field.TURN, TURN)) {
                assertThat(Trail.here()).isEqualTo(Map.of(Field.SESSION, "another", Field.TURN, TURN));
            }
            assertThat(Trail.here()).isEqualTo(Map.of(Field.SESSION, SESSION));
        }
    }

    @Test
    void it_goes_along_to_a_virtual_thread_with_its_span_and_leaves_nothing_there() throws Exception {
        var observer = new Observer(Measures.NOWHERE, SPANS.getOpenTelemetry());
        try (var pool = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
                var _ = Trail.of(Field.SESSION, SESSION)) {
            pool.submit(() -> {}).get(); // the thread is older than the work
            var there = new CompletableFuture<Map<Field, String>>();
            var span = observer.span("turn", SpanKind.INTERNAL, () -> {
                var parent = Span.current().getSpanContext().getSpanId();
                pool.execute(Trail.carried(() -> observer.span("upstream", SpanKind.CLIENT, () -> {
                    there.complete(Trail.here());
                    return null;
                })));
                there.join();
                return parent;
            });
            pool.submit(() -> {}).get();

            assertThat(there.join()).isEqualTo(Map.of(Field.SESSION, SESSION));
            assertThat(SPANS.getSpans())
                    .filteredOn(one -> one.getName().equals("upstream"))
                    .allMatch(one -> one.getParentSpanId().equals(span));
        }
    }

    @Test
    void only_an_id_names_something() {
        assertThat(Trail.named(List.of(SESSION, TURN, "ses_x", "nmv_usr_secret", "", SESSION + "\n")))
                .isEqualTo(Map.of(Field.SESSION, SESSION, Field.TURN, TURN));
    }
}

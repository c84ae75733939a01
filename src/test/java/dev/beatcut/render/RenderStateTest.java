package dev.beatcut.render;

import static dev.beatcut.render.RenderState.CANCELLED;
import static dev.beatcut.render.RenderState.COMPLETED;
import static dev.beatcut.render.RenderState.FAILED;
import static dev.beatcut.render.RenderState.PENDING;
import static dev.beatcut.render.RenderState.PROCESSING;
import static dev.beatcut.render.RenderState.SUBMITTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RenderStateTest {

    private static final Map<RenderState, Set<RenderState>> ALLOWED = Map.of(
            SUBMITTING, Set.of(PENDING, PROCESSING, COMPLETED, FAILED, CANCELLED),
            PENDING, Set.of(PROCESSING, COMPLETED, FAILED, CANCELLED),
            PROCESSING, Set.of(COMPLETED, FAILED, CANCELLED),
            COMPLETED, Set.of(),
            FAILED, Set.of(),
            CANCELLED, Set.of());

    @ParameterizedTest
    @EnumSource(RenderState.class)
    void it_only_goes_forward_and_never_out_of_an_end(RenderState from) {
        for (var to : RenderState.values()) {
            assertThat(from.mayBecome(to))
                    .as(from + " -> " + to)
                    .isEqualTo(ALLOWED.get(from).contains(to));
        }
    }

    @ParameterizedTest
    @CsvSource({"PROCESSING, PENDING, PROCESSING", "COMPLETED, FAILED, COMPLETED", "PENDING, PROCESSING, PROCESSING"})
    void what_is_heard_late_does_not_move_it_back(RenderState from, RenderState heard, RenderState then) {
        assertThat(from.advance(heard)).isEqualTo(then);
    }
}

package dev.beatcut.studio.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountTest {

    private final Account full = new Account("anon_1", 100, Map.of());

    @Test
    void freezing_moves_credits_and_keeps_the_total() {
        var frozen = full.freeze("t1", 4).freeze("t2", 10);

        assertThat(frozen.available()).isEqualTo(86);
        assertThat(frozen.frozen()).isEqualTo(14);
        assertThat(frozen.total()).isEqualTo(100);
    }

    @Test
    void a_turn_freezes_settles_and_releases_once() {
        var frozen = full.freeze("t1", 4).freeze("t1", 4);
        assertThat(frozen.available()).isEqualTo(96);

        var settled = frozen.settle("t1").settle("t1").release("t1");
        assertThat(settled).isEqualTo(new Account("anon_1", 96, Map.of()));

        var released = frozen.release("t1").release("t1").settle("t1");
        assertThat(released).isEqualTo(full);
    }

    @Test
    void a_refill_tops_up_and_takes_nothing_away() {
        assertThat(new Account("anon_1", 3, Map.of("t", 4L)).refill(100))
                .isEqualTo(new Account("anon_1", 100, Map.of("t", 4L)));
        assertThat(new Account("anon_1", 300, Map.of()).refill(100).available()).isEqualTo(300);
    }
}

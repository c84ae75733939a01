package dev.beatcut.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.Ids;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdKindTest {

    private final Ids ids = new Ids(InstantSource.system(), RandomGenerator.getDefault());

    @Test
    void an_id_in_a_session_leads_back_to_it() {
        var own = ids.next();
        var id = IdKind.TURN.in(FakeProject.SESSION, own);

        assertThat(id).startsWith("trn_").matches("[a-z0-9_]+");
        assertThat(IdKind.TURN.sessionOf(id)).isEqualTo(FakeProject.SESSION.id());
        assertThat(IdKind.TURN.own(id)).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "trn_", "rnd_short", "../../etc", "trn_%00", "rnd_zzzzzzzzzzzzzzzzzzzzzzzzzz"})
    void what_is_no_id_is_not_found_and_never_looked_up(String id) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> IdKind.RENDER.sessionOf(id))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_FOUND));
    }

    @Test
    void an_id_of_another_kind_is_not_found() {
        var turn = IdKind.TURN.in(FakeProject.SESSION, ids.next());
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> IdKind.RENDER.sessionOf(turn));
    }
}

package dev.beatcut.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.nemo.NemoError;
import dev.beatcut.nemo.TurnOutcome;
import dev.beatcut.session.FakeProject;
import dev.beatcut.session.IdKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Flow 2: a process dies at every single point between two calls to the table or the upstream, and another goes on. */
class CrashTest {

    private static final class Killed extends Error {}

    static final List<TurnOutcome> OUTCOMES = List.of(
            new TurnOutcome.Spoke("Here you are."),
            new TurnOutcome.Silent(),
            new TurnOutcome.Cut("I was"),
            new TurnOutcome.Failed("I was", NemoError.of(0, 503, "busy")));

    @ParameterizedTest
    @FieldSource("OUTCOMES")
    void killed_at_any_point_it_comes_to_an_end_and_is_sent_at_most_once(TurnOutcome outcome) {
        int dieAt = 1;
        while (new Life(outcome, dieAt).survivesAPoint()) {
            dieAt++;
        }
        assertThat(dieAt).as("points where it was killed").isBetween(10, 100);
    }

    private record Life(TurnOutcome outcome, int dieAt) {

        /** @return whether it came as far as that point */
        boolean survivesAPoint() {
            var talk = new Talk();
            talk.answers(3, outcome);
            talk.exporting = (session, own, form) -> {
                talk.upstream.passing.run();
                talk.exports.add(own);
                return "rnd_" + own;
            };
            var turn = talk.enter(new NewTurn("cut it and export", List.of()), "cut it", Talk.OWN, true);
            var dead = dies(talk);

            talk.clock.of(Duration.ofMinutes(2));
            talk.line().work(talk.session, Instant.MAX);
            holds(talk, talk.stored(turn));
            return dead;
        }

        private boolean dies(Talk talk) {
            var left = new int[] {dieAt};
            talk.upstream.passing = () -> {
                if (--left[0] <= 0) {
                    throw new Killed();
                }
            };
            try {
                talk.line().work(talk.session, Instant.MAX);
            } catch (Killed dead) {
                talk.clock.stopBeats();
            }
            talk.upstream.passing = () -> {};
            return left[0] <= 0;
        }

        private void holds(Talk talk, Turn turn) {
            assertThat(turn.status()).as("killed at point %d", dieAt).isIn(TurnStatus.DONE, TurnStatus.FAILED);
            assertThat(turn.reply()).as("killed at point %d", dieAt).isNotBlank();
            assertThat(talk.upstream.heard).as("killed at point %d", dieAt).hasSizeLessThanOrEqualTo(1);
            assertThat(talk.exports)
                    .as("killed at point %d: one export, by its name", dieAt)
                    .allMatch(IdKind.TURN.own(turn.id())::equals);
            assertThat(turn.render() == null)
                    .as("killed at point %d: a film is told, or not made", dieAt)
                    .isEqualTo(talk.exports.isEmpty());
            assertThat(talk.marks()).as("killed at point %d", dieAt).isEmpty();
            assertThat(talk.upstream.draft).isIn(FakeProject.draft(2), FakeProject.draft(3));
        }
    }
}

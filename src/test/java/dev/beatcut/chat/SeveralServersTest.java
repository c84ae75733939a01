package dev.beatcut.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.nemo.NemoError;
import dev.beatcut.nemo.TurnListener;
import dev.beatcut.nemo.TurnOutcome;
import dev.beatcut.session.FakeProject;
import dev.beatcut.state.Clockwork;
import dev.beatcut.state.MortalTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several servers and functions at one session: they die, freeze and have to leave, at any call to table or upstream. */
class SeveralServersTest {

    private static final int TURNS = 6;
    private static final int SEEDS = Integer.getInteger("seeds", 100);
    private static final Duration ENOUGH = Duration.ofHours(12);

    @Test
    void nothing_is_sent_twice_the_order_stays_and_every_turn_ends_with_words() {
        for (long seed = 0; seed < SEEDS; seed++) {
            new History(seed, 0.01).holds();
        }
    }

    @Test
    void servers_that_live_leave_a_turn_to_the_one_that_sent_it() {
        for (long seed = 0; seed < SEEDS / 5; seed++) {
            assertThat(new History(seed, 0).played())
                    .flatExtracting(Turn::notes)
                    .extracting(Note::text)
                    .noneMatch(note -> note.contains("interrupted"));
        }
    }

    @Test
    void the_same_seed_gives_the_same_history() {
        assertThat(new History(7, 0.01).played()).isEqualTo(new History(7, 0.01).played());
        assertThat(new History(7, 0.01).played()).isNotEqualTo(new History(8, 0.01).played());
    }

    private static final class History {
        private final long seed;
        private final double trouble;
        private final Talk talk = new Talk();
        private final Stage stage;
        private boolean callersAreGone;

        /** @param trouble how often a process dies or freezes at a call */
        History(long seed, double trouble) {
            this.seed = seed;
            this.trouble = trouble;
            this.stage = new Stage(seed);
        }

        void holds() {
            var turns = played();
            var heard = talk.upstream.heard;
            assertThat(turns).as("turns of seed %d", seed).hasSize(TURNS);
            assertThat(turns).as("ends of seed %d", seed).allMatch(turn -> turn.status()
                    .isOver());
            assertThat(turns).as("words of seed %d", seed).noneMatch(turn -> turn.reply()
                    .isBlank());
            assertThat(heard)
                    .as("sent in seed %d", seed)
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(turns.stream()
                            .filter(turn -> turn.status() == TurnStatus.DONE)
                            .map(Turn::sent))
                    .as("done in seed %d", seed)
                    .isSubsetOf(heard);
            assertThat(talk.marks()).as("marks of seed %d", seed).isEmpty();
        }

        List<Turn> played() {
            talk.upstream.passing = () -> stage.passing(trouble);
            talk.upstream.agent = this::answer;
            stage.enters(this::call);
            for (int i = 0; i < 3; i++) {
                stage.enters(this::serve);
            }
            stage.play();
            line().work(talk.session, Instant.MAX);
            return talk.stored();
        }

        private void call() {
            for (int i = 0; i < TURNS; i++) {
                enter("say " + i, "%026d".formatted(i));
                stage.of(Duration.ofSeconds(stage.random.nextInt(200)));
            }
            callersAreGone = true;
        }

        /** With the same name again, until it is there. */
        private void enter(String text, String own) {
            while (talk.stored().stream().noneMatch(turn -> turn.text().equals(text))) {
                try {
                    talk.enter(line(), stage, text, own);
                } catch (Stage.Killed dead) {
                    stage.restart();
                }
            }
        }

        private void serve() {
            while (!callersAreGone
                    || talk.stored().stream().anyMatch(turn -> !turn.status().isOver())) {
                assertThat(stage.instant()).as("seed %d goes on and on", seed).isBefore(Clockwork.START.plus(ENOUGH));
                try {
                    line().work(talk.session, leave());
                    stage.of(Duration.ofSeconds(1 + stage.random.nextInt(60)));
                } catch (Stage.Killed dead) {
                    stage.restart();
                }
            }
        }

        private Instant leave() {
            return stage.random.nextBoolean() ? Instant.MAX : stage.instant().plusSeconds(stage.random.nextInt(300));
        }

        private Line line() {
            var table = new MortalTable(talk.memory, () -> {
                stage.passing(trouble);
                stage.freezes(trouble);
            });
            var late = new LateTable(table, written -> stage.freezes(trouble));
            return talk.line(late, stage, stage, stage);
        }

        private TurnOutcome answer(String text, TurnListener listener) {
            var leave = talk.upstream.leave;
            for (int left = stage.random.nextInt(10); left > 0; left--) {
                if (!stage.instant().plusSeconds(15).isBefore(leave)) {
                    work();
                    return new TurnOutcome.Left("I was saying");
                }
                stage.of(Duration.ofSeconds(15));
                if (stage.random.nextBoolean()) {
                    listener.text("Cutting. ");
                } else {
                    listener.alive();
                }
            }
            work();
            return end();
        }

        private TurnOutcome end() {
            return switch (stage.random.nextInt(7)) {
                case 0 -> new TurnOutcome.Silent();
                case 1 -> new TurnOutcome.Empty();
                case 2 -> new TurnOutcome.Failed("I was", NemoError.of(0, 503, "busy"));
                case 3 -> new TurnOutcome.Cut("I was");
                case 4 -> new TurnOutcome.TimedOut("");
                default -> new TurnOutcome.Spoke("Here you are. Click the Export button.");
            };
        }

        private void work() {
            if (stage.random.nextBoolean()) {
                talk.upstream.draft = FakeProject.draft(1 + stage.random.nextInt(9));
            }
        }
    }
}

package dev.beatcut.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.intent.Intent;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.FakeProject;
import dev.beatcut.session.IdKind;
import dev.beatcut.studio.wire.InProcessStudio.Heard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Flow 2 and 3 and the rules of nemo-api.md §8 C over a studio that misbehaves in every way and servers that die: whatever
 * happens, a message is sent once and paid once, every turn comes to an end, and the end is told, truly and in words.
 */
class TurnSimulationTest {

    private static final String[] FAULTS = {
        "silent-stop@12%",
        "silent-nothing@8%",
        "silent-empty@5%",
        "gui-talk@10%",
        "heartbeats=4m@4%",
        "heartbeats@2%",
        "error-stream@3%",
        "error-unescaped@2%",
        "noise@4%",
        "flat@15%",
        "streaming@15%",
        "progressive@15%",
        "crlf@20%",
        "cr@10%",
        "chunks=7@10%",
        "cut@8%",
        "rate-limit@1%",
        "html@1%",
        "token-expires@1%",
        "session-gone@0.5%",
        "no-credits@1%",
        "no-credits-stream@1%",
        "slow=3s@10%",
        "lose-reply@1%",
        "empty-body@1%"
    };
    private static final int SEEDS = 125;
    private static final int SESSIONS = 4;
    private static final int TURNS_EACH = 20;
    private static final int ONE_DEATH_IN = 400;

    @TempDir
    Path folder;

    @Test
    void over_ten_thousand_turns_nothing_is_lost_sent_twice_paid_twice_or_silent() {
        var turns = new AtomicInteger();
        var deaths = new AtomicInteger();
        LongStream.rangeClosed(1, SEEDS).parallel().forEach(seed -> {
            var simulation = run(seed);
            judge(simulation, "seed " + seed);
            turns.addAndGet(simulation.said.size());
            deaths.addAndGet(simulation.deaths());
        });
        assertThat(turns).hasValue(10_000);
        assertThat(deaths).as("servers that died").hasValueGreaterThan(500);
    }

    @Test
    void the_same_seed_gives_the_same_history() {
        for (long seed = 1; seed <= 5; seed++) {
            var first = history(run(seed));
            assertThat(history(run(seed))).as("seed " + seed).isEqualTo(first);
        }
    }

    private Simulation run(long seed) {
        return new Simulation(folder, seed, SESSIONS, TURNS_EACH, ONE_DEATH_IN, FAULTS).run();
    }

    private static void judge(Simulation simulation, String seed) {
        var studio = new StudioBooks(simulation.studio);
        assertThat(simulation.said).as(seed).hasSize(SESSIONS * TURNS_EACH);
        assertThat(simulation.studio.broken()).as(seed).isEmpty();
        for (var turn : simulation.turns()) {
            var about = seed + ": " + turn;
            assertThat(turn.status().isOver()).as(about).isTrue();
            assertThat(turn.reply()).as(about).isNotBlank();
            assertThat(turn.problem() == null).as(about).isEqualTo(turn.status() == TurnStatus.DONE);
            if (turn.intent() == Intent.EXPORT) {
                assertThat(turn.render()).as(about).isEqualTo("rnd_" + IdKind.TURN.own(turn.id()));
            } else {
                judge(turn, studio.receipts(turn.text()), about);
            }
        }
        assertThat(studio.order()).as(seed).isEqualTo(studio.orderSaid(simulation.said));
        assertThat(studio.frozen()).as(seed).isZero();
        assertThat(studio.lost(Simulation.CREDITS)).as(seed).isEqualTo(studio.charged());
    }

    /** Sent once at most, paid once at most, and told as it was. */
    private static void judge(Turn turn, List<Heard> receipts, String about) {
        assertThat(receipts).as(about).hasSizeLessThanOrEqualTo(1);
        if (receipts.isEmpty()) {
            assertThat(turn.status()).as(about).isEqualTo(TurnStatus.FAILED);
            assertThat(turn.changes()).as(about).isEmpty();
        } else if (receipts.getFirst().charged() > 0) {
            assertThat(turn.changes().isEmpty()).as(about).isEqualTo(isNotKnown(turn));
        } else {
            assertThat(turn.changes()).as(about).isEmpty();
        }
    }

    /** The state could not be read, again and again, or the upstream lost the whole project with it. */
    private static boolean isNotKnown(Turn turn) {
        return turn.status() == TurnStatus.FAILED
                && (Stream.of("en", "zh-CN")
                                .map(language -> Phrases.NOT_KNOWN.in(FakeProject.session("local", language)))
                                .anyMatch(turn.reply()::contains)
                        || turn.problem().code().equals(ProblemCode.UPSTREAM_SESSION_GONE.wireName()));
    }

    private static List<String> history(Simulation simulation) {
        var lines = new ArrayList<String>();
        for (var turn : simulation.turns()) {
            lines.add(turn.text() + " | " + turn.status() + " | " + turn.reply() + " | " + turn.changes() + " | "
                    + (turn.problem() == null ? "" : turn.problem().detail()) + " | "
                    + Duration.between(Simulation.START, turn.finishedAt()) + " | " + turn.notes());
        }
        return lines;
    }
}

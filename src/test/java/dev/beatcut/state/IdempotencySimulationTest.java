package dev.beatcut.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Several callers insist on one key, in processes of their own that are slow, die, lose the answer of a write that was
 * made, and whose clocks jump: one thing is made, and everybody is given the same answer.
 */
class IdempotencySimulationTest {

    private static final int HISTORIES = 1000;
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** @param seen differs each time that the thing is looked at */
    record Made(String id, int seen) {}

    private static final class Gone extends RuntimeException {}

    @Test
    void whoever_insists_gets_the_one_answer_and_one_thing_is_made() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            new History(seed).run();
        }
    }

    private static final class History {
        private final int seed;
        private final Random random;
        private final VirtualTime time = new VirtualTime(START);
        private final MemoryTable table = new MemoryTable();
        private final Set<String> things = new HashSet<>();
        private final List<Made> answers = new ArrayList<>();
        private int looks;

        History(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void run() {
            int callers = 2 + random.nextInt(3);
            for (int i = 0; i < callers; i++) {
                time.start(Duration.ofSeconds(random.nextInt(60)), this::insist);
            }
            time.run(START.plus(Duration.ofHours(20)));
            assertThat(things).as("things made, seed %d", seed).hasSize(1);
            assertThat(answers).as("answers, seed %d", seed).hasSize(callers);
            assertThat(new HashSet<>(answers)).as("one answer, seed %d", seed).hasSize(1);
        }

        private void insist() {
            boolean answered = false;
            while (!answered) {
                try {
                    answers.add(process().once("me", "key", "request", Made.class, this::make));
                    answered = true;
                } catch (Problem busy) {
                    assertThat(busy.code()).isEqualTo(ProblemCode.STILL_RUNNING);
                    time.pass(busy.retryAfter().orElseThrow());
                } catch (Gone dead) {
                    time.pass(Duration.ofSeconds(1 + random.nextInt(30)));
                }
            }
        }

        private Idempotency process() {
            var jump = Duration.ofSeconds(random.nextInt(180) - 90);
            return new Idempotency(
                    new LossyTable(table, this::pass),
                    JSON,
                    () -> time.instant().plus(jump),
                    new Ids(time, random));
        }

        /** As every feature does: what exists under that name is that thing. */
        private Made make(String id) {
            pass();
            things.add(id);
            pass();
            return new Made(id, ++looks);
        }

        private void pass() {
            time.pass(Duration.ofMillis(random.nextInt(10) == 0 ? random.nextInt(90_000) : random.nextInt(300)));
            if (random.nextInt(12) == 0) {
                throw new Gone();
            }
        }
    }

    /** Its caller may not learn that a write was made. */
    private record LossyTable(Table table, Runnable passing) implements Table {

        @Override
        public Optional<Item> get(Key key, Instant now) {
            passing.run();
            return table.get(key, now);
        }

        @Override
        public Item put(Item item, Expected expected, Instant now) {
            passing.run();
            var written = table.put(item, expected, now);
            passing.run();
            return written;
        }

        @Override
        public void delete(Key key, Expected expected, Instant now) {
            throw new UnsupportedOperationException("no key is given back by deleting it");
        }

        @Override
        public Page list(String partition, String prefix, int limit, String after, Instant now) {
            throw new UnsupportedOperationException("a key is found by its name");
        }

        @Override
        public List<Key> due(int shard, Instant until, int limit) {
            throw new UnsupportedOperationException("nothing is due");
        }
    }
}

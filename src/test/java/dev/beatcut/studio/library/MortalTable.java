package dev.beatcut.studio.library;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.Expected;
import dev.beatcut.state.Item;
import dev.beatcut.state.Key;
import dev.beatcut.state.Page;
import dev.beatcut.state.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The table as a process sees it that can be killed: from then on nothing of it arrives any more. As the clients of AWS it
 * does nothing for a thread that is interrupted.
 */
final class MortalTable implements Table {

    private final Table table;
    private volatile boolean dead;
    private volatile boolean away;
    private volatile Predicate<Item> lastWords = item -> false;

    MortalTable(Table table) {
        this.table = table;
    }

    void kill() {
        dead = true;
    }

    /** Dies right after the first write that fits. */
    void killAfter(Predicate<Item> write) {
        lastWords = write;
    }

    @Override
    public Optional<Item> get(Key key, Instant now) {
        return alive().get(key, now);
    }

    @Override
    public Item put(Item item, Expected expected, Instant now) {
        var written = alive().put(item, expected, now);
        dead |= lastWords.test(item);
        return written;
    }

    @Override
    public void delete(Key key, Expected expected, Instant now) {
        alive().delete(key, expected, now);
    }

    @Override
    public Page list(String partition, String prefix, int limit, String after, Instant now) {
        return alive().list(partition, prefix, limit, after, now);
    }

    @Override
    public List<Key> due(int shard, Instant until, int limit) {
        return alive().due(shard, until, limit);
    }

    /** It cannot be reached for a while. */
    void away(boolean now) {
        away = now;
    }

    private Table alive() {
        if (dead) {
            throw new IllegalStateException("killed");
        }
        if (away || Thread.currentThread().isInterrupted()) {
            throw new Problem(ProblemCode.STORAGE_UNAVAILABLE, "The table does not answer.", "Try again.");
        }
        return table;
    }
}

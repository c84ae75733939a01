package dev.beatcut.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A table at whose every call its process may die: before, and after, when it is done and nobody has heard so. */
public final class MortalTable implements Table {

    private final Table table;
    private final Runnable before;
    private final Runnable after;

    /** @param passing throws to die there, before a call */
    public MortalTable(Table table, Runnable passing) {
        this(table, passing, () -> {});
    }

    /** Both throw to die there. */
    public MortalTable(Table table, Runnable before, Runnable after) {
        this.table = table;
        this.before = before;
        this.after = after;
    }

    private <T> T done(Supplier<T> call) {
        before.run();
        var answer = call.get();
        after.run();
        return answer;
    }

    @Override
    public Optional<Item> get(Key key, Instant now) {
        return done(() -> table.get(key, now));
    }

    @Override
    public Item put(Item item, Expected expected, Instant now) {
        return done(() -> table.put(item, expected, now));
    }

    @Override
    public void delete(Key key, Expected expected, Instant now) {
        before.run();
        table.delete(key, expected, now);
        after.run();
    }

    @Override
    public Page list(String partition, String prefix, int limit, String from, Instant now) {
        return done(() -> table.list(partition, prefix, limit, from, now));
    }

    @Override
    public List<Key> due(int shard, Instant until, int limit) {
        return done(() -> table.due(shard, until, limit));
    }
}

package dev.beatcut.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A table whose every call passes a point where its process may die. */
public final class MortalTable implements Table {

    private final Table table;
    private final Runnable passing;

    /** @param passing throws to die there */
    public MortalTable(Table table, Runnable passing) {
        this.table = table;
        this.passing = passing;
    }

    @Override
    public Optional<Item> get(Key key, Instant now) {
        passing.run();
        return table.get(key, now);
    }

    @Override
    public Item put(Item item, Expected expected, Instant now) {
        passing.run();
        return table.put(item, expected, now);
    }

    @Override
    public void delete(Key key, Expected expected, Instant now) {
        passing.run();
        table.delete(key, expected, now);
    }

    @Override
    public Page list(String partition, String prefix, int limit, String after, Instant now) {
        passing.run();
        return table.list(partition, prefix, limit, after, now);
    }

    @Override
    public List<Key> due(int shard, Instant until, int limit) {
        passing.run();
        return table.due(shard, until, limit);
    }
}

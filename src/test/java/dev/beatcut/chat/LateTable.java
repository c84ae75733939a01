package dev.beatcut.chat;

import dev.beatcut.state.Expected;
import dev.beatcut.state.Item;
import dev.beatcut.state.Key;
import dev.beatcut.state.Page;
import dev.beatcut.state.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A table whose caller may sleep between the write and what comes after it. */
record LateTable(Table table, Consumer<Item> written) implements Table {

    @Override
    public Optional<Item> get(Key key, Instant now) {
        return table.get(key, now);
    }

    @Override
    public Item put(Item item, Expected expected, Instant now) {
        var put = table.put(item, expected, now);
        written.accept(put);
        return put;
    }

    @Override
    public void delete(Key key, Expected expected, Instant now) {
        table.delete(key, expected, now);
    }

    @Override
    public Page list(String partition, String prefix, int limit, String after, Instant now) {
        return table.list(partition, prefix, limit, after, now);
    }

    @Override
    public List<Key> due(int shard, Instant until, int limit) {
        return table.due(shard, until, limit);
    }
}

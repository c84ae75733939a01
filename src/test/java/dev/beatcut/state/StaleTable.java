package dev.beatcut.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A table whose {@link #due} is as bad a hint as it may be: it names everything twice, goes on naming what was due once
 * and is so no longer, and what it named before comes first.
 */
public final class StaleTable implements Table {

    private final Table table;
    private final Map<Integer, Set<Key>> named = new ConcurrentHashMap<>();

    public StaleTable(Table table) {
        this.table = table;
    }

    @Override
    public List<Key> due(int shard, Instant until, int limit) {
        var now = table.due(shard, until, limit);
        var before = named.computeIfAbsent(shard, any -> new LinkedHashSet<>());
        synchronized (before) {
            var stale = new ArrayList<>(before);
            before.addAll(now);
            stale.removeAll(now);
            return Stream.concat(stale.stream().limit(limit / 4), now.stream().flatMap(key -> Stream.of(key, key)))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public Optional<Item> get(Key key, Instant now) {
        return table.get(key, now);
    }

    @Override
    public Item put(Item item, Expected expected, Instant now) {
        return table.put(item, expected, now);
    }

    @Override
    public void delete(Key key, Expected expected, Instant now) {
        table.delete(key, expected, now);
    }

    @Override
    public Page list(String partition, String prefix, int limit, String after, Instant now) {
        return table.list(partition, prefix, limit, after, now);
    }
}

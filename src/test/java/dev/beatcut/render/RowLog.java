package dev.beatcut.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.beatcut.simulation.Rooms;
import dev.beatcut.state.Expected;
import dev.beatcut.state.Item;
import dev.beatcut.state.Key;
import dev.beatcut.state.Page;
import dev.beatcut.state.Table;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table that remembers every row of the ledger that was ever put, by key and in order. */
final class RowLog implements Table {

    final Map<Key, List<Item>> puts = new LinkedHashMap<>();
    private final Map<Item, Instant> at = new IdentityHashMap<>();
    private final Table table;

    RowLog(Table table) {
        this.table = table;
    }

    /** Whether every row is over and everybody has been told. */
    boolean isOver() {
        return puts.values().stream()
                .map(List::getLast)
                .allMatch(item -> item.due() == null && read(item).status().isOver());
    }

    /** When the next row is to be looked at. */
    Optional<Instant> nextDue() {
        return puts.values().stream()
                .map(items -> items.getLast().due())
                .filter(java.util.Objects::nonNull)
                .min(Instant::compareTo);
    }

    /** Whether a row told of that job at that time. */
    boolean named(String job, Instant when) {
        return puts.values().stream()
                .flatMap(List::stream)
                .anyMatch(item -> !at.get(item).isAfter(when) && item.document().contains("\"" + job + "\""));
    }

    /** Each row as it was and became. */
    List<List<Render>> rows() {
        return puts.values().stream()
                .map(items -> items.stream().map(RowLog::read).toList())
                .toList();
    }

    private static Render read(Item item) {
        try {
            return Rooms.JSON.readValue(item.document(), Render.class);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Item put(Item item, Expected expected, Instant now) {
        var written = table.put(item, expected, now);
        if (item.key().partition().startsWith(Render.ROOM + "/")) {
            puts.computeIfAbsent(item.key(), key -> new ArrayList<>()).add(written);
            at.put(written, now);
        }
        return written;
    }

    @Override
    public Optional<Item> get(Key key, Instant now) {
        return table.get(key, now);
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

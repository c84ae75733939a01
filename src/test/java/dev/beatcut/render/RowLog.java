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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A table that remembers every row of the ledger that was ever put, by key and in order. */
final class RowLog implements Table {

    private record Put(Render row, Instant due, Instant at) {}

    private final Map<Key, List<Put>> puts = new LinkedHashMap<>();
    private final Table table;

    RowLog(Table table) {
        this.table = table;
    }

    /** Whether every row is over and everybody has been told. */
    boolean isOver() {
        return lasts().allMatch(
                        last -> last.due() == null && last.row().status().isOver());
    }

    /** When the next row is to be looked at. */
    Optional<Instant> nextDue() {
        return lasts().map(Put::due).filter(Objects::nonNull).min(Instant::compareTo);
    }

    private Stream<Put> lasts() {
        return puts.values().stream().map(List::getLast);
    }

    /** Whether a row told of that job at that time. */
    boolean named(String job, Instant when) {
        return puts.values().stream()
                .flatMap(List::stream)
                .filter(put -> !put.at().isAfter(when))
                .flatMap(put -> put.row().attempts().stream())
                .anyMatch(attempt -> attempt.upstreamId().equals(job));
    }

    /** Each row as it was and became. */
    List<List<Render>> rows() {
        return puts.values().stream()
                .map(row -> row.stream().map(Put::row).toList())
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
            puts.computeIfAbsent(item.key(), key -> new ArrayList<>()).add(new Put(read(item), item.due(), now));
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

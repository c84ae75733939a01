package dev.beatcut.studio.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.state.Expected;
import dev.beatcut.state.Item;
import dev.beatcut.state.Key;
import dev.beatcut.state.Page;
import dev.beatcut.state.Table;
import dev.beatcut.studio.library.Turn;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table that remembers the turns that were stored, in the order of their arrival; one that was taken back is none. */
final class TurnLog implements Table {

    private static final String TURNS = "studio/turn";

    private final Map<String, String> turns = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> bySession = new LinkedHashMap<>();
    private final Table table;
    private final ObjectMapper json;

    TurnLog(Table table, ObjectMapper json) {
        this.table = table;
        this.json = json;
    }

    List<Turn> of(String session) {
        return bySession.getOrDefault(session, Map.of()).values().stream()
                .map(this::turn)
                .toList();
    }

    List<Turn> all() {
        return turns.values().stream().map(this::turn).toList();
    }

    @Override
    public Optional<Item> get(Key key, Instant now) {
        return table.get(key, now);
    }

    @Override
    public Item put(Item item, Expected expected, Instant now) {
        var written = table.put(item, expected, now);
        if (item.key().partition().equals(TURNS)) {
            var id = item.key().sort();
            turns.put(id, item.document());
            bySession
                    .computeIfAbsent(turn(item.document()).session(), session -> new LinkedHashMap<>())
                    .put(id, item.document());
        }
        return written;
    }

    @Override
    public void delete(Key key, Expected expected, Instant now) {
        table.delete(key, expected, now);
        if (key.partition().equals(TURNS)) {
            turns.remove(key.sort());
            bySession.values().forEach(session -> session.remove(key.sort()));
        }
    }

    @Override
    public Page list(String partition, String prefix, int limit, String after, Instant now) {
        return table.list(partition, prefix, limit, after, now);
    }

    @Override
    public List<Key> due(int shard, Instant until, int limit) {
        return table.due(shard, until, limit);
    }

    private Turn turn(String document) {
        try {
            return json.readValue(document, Turn.class);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

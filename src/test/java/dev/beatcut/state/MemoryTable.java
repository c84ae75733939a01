package dev.beatcut.state;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** {@link Table} in memory, held to the same contract, for tests of the rules above it. */
public final class MemoryTable implements Table {

    private final TreeMap<Key, Item> items =
            new TreeMap<>(Comparator.comparing(Key::partition).thenComparing(Key::sort));
    private long writes;

    /** Another one with the same in it. */
    public synchronized MemoryTable copy() {
        var copy = new MemoryTable();
        copy.items.putAll(items);
        copy.writes = writes;
        return copy;
    }

    @Override
    public synchronized Optional<Item> get(Key key, Instant now) {
        return Optional.ofNullable(items.get(key)).filter(item -> alive(item, now));
    }

    @Override
    public synchronized Item put(Item item, Expected expected, Instant now) {
        var size = item.document().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (size > MAX_DOCUMENT_BYTES) {
            throw new IllegalArgumentException(size + " bytes; at most " + MAX_DOCUMENT_BYTES);
        }
        check(item.key(), expected, now);
        var written = new Item(item.key(), "v" + ++writes, item.due(), item.expires(), item.document());
        items.put(item.key(), written);
        return written;
    }

    @Override
    public synchronized void delete(Key key, Expected expected, Instant now) {
        check(key, expected, now);
        items.remove(key);
    }

    @Override
    public synchronized Page list(String partition, String prefix, int limit, String after, Instant now) {
        var found = items.values().stream()
                .filter(item -> item.key().partition().equals(partition))
                .filter(item -> item.key().sort().startsWith(prefix))
                .filter(item -> after == null || item.key().sort().compareTo(after) > 0)
                .filter(item -> alive(item, now))
                .limit(limit + 1L)
                .toList();
        return found.size() <= limit
                ? new Page(found, null)
                : new Page(found.subList(0, limit), found.get(limit - 1).key().sort());
    }

    @Override
    public synchronized List<Key> due(int shard, Instant until, int limit) {
        return items.values().stream()
                .filter(item -> item.due() != null && !item.due().isAfter(until))
                .filter(item -> Table.shard(item.key()) == shard)
                .sorted(Comparator.comparing(Item::due))
                .limit(limit)
                .map(Item::key)
                .toList();
    }

    private void check(Key key, Expected expected, Instant now) {
        var there = get(key, now).map(Item::version);
        var holds = expected instanceof Expected.Version(var tag)
                ? there.filter(tag::equals).isPresent()
                : there.isEmpty();
        if (!holds) {
            throw new Conflict(key, expected);
        }
    }

    private static boolean alive(Item item, Instant now) {
        return item.expires() == null || item.expires().isAfter(now);
    }
}

package dev.beatcut.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where state is kept: DynamoDB's promises, and no more. An expired item is absent for every call, swept or not.
 * A put is durable when it returns. Decisions are made in plain Java over what was read, followed by one
 * compare-and-put; a {@link Conflict} means read again.
 */
public interface Table {

    int MAX_DOCUMENT_BYTES = 300 * 1024;

    /** Due items are spread over this many shards by their key's hash. */
    int SHARDS = 8;

    Optional<Item> get(Key key, Instant now);

    /**
     * Writes {@code item} if {@code expected} still holds.
     *
     * @return the item with its new version
     * @throws Conflict if it does not hold
     * @throws IllegalArgumentException if the document is over {@link #MAX_DOCUMENT_BYTES}
     */
    Item put(Item item, Expected expected, Instant now);

    /** @throws Conflict if {@code expected} does not hold */
    void delete(Key key, Expected expected, Instant now);

    /** Items of {@code partition} whose sort key starts with {@code prefix}, after the key {@code after} (or null). */
    Page list(String partition, String prefix, int limit, String after, Instant now);

    /**
     * Keys that were due at {@code until}, earliest first. A hint: it may be stale or repeat itself, so read the item
     * again before anything is decided.
     *
     * @param shard 0 to {@link #SHARDS} - 1
     */
    List<Key> due(int shard, Instant until, int limit);

    /** The due shard of a key. */
    static int shard(Key key) {
        return Math.floorMod(key.hashCode(), SHARDS);
    }
}

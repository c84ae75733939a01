package dev.beatcut.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Values of one type in a {@link Table}, as JSON. */
public final class Records<T> {

    /** A page of values; {@code next} is the sort key to go on after, or null at the end. */
    public record Listing<T>(List<Versioned<T>> values, String next) {}

    private final Table table;
    private final ObjectMapper json;
    private final Class<T> type;
    private final InstantSource clock;

    private Records(Table table, ObjectMapper json, Class<T> type, InstantSource clock) {
        this.table = table;
        this.json = json;
        this.type = type;
        this.clock = clock;
    }

    public static <T> Records<T> of(Table table, ObjectMapper json, Class<T> type, InstantSource clock) {
        return new Records<>(table, json, type, clock);
    }

    public Optional<Versioned<T>> get(Key key) {
        return table.get(key, clock.instant()).map(this::read);
    }

    /** @throws Conflict if something is stored under {@code key} */
    public Versioned<T> insert(Key key, T value, Instant due, Instant expires) {
        return put(new Item(key, null, due, expires, write(value)), Expected.absent());
    }

    public Versioned<T> insert(Key key, T value) {
        return insert(key, value, null, null);
    }

    /**
     * Writes over what was read; the expiry stays.
     *
     * @param due when somebody must look again, or null
     * @throws Conflict if somebody else wrote since
     */
    public Versioned<T> update(Versioned<T> read, T value, Instant due) {
        return put(new Item(read.key(), null, due, read.expires(), write(value)), read.expected());
    }

    /**
     * Reads, changes and writes, and begins again after a lost race; due time and expiry stay.
     *
     * @param change must have no effect of its own: it may run more than once; the same value back means no write
     * @return what is stored now, empty if there is nothing under {@code key}
     */
    public Optional<Versioned<T>> change(Key key, UnaryOperator<T> change) {
        return change(key, change, Versioned::due);
    }

    /** As above, with the due time that goes with the changed value. */
    public Optional<Versioned<T>> change(Key key, UnaryOperator<T> change, Function<Versioned<T>, Instant> due) {
        while (true) {
            var read = get(key);
            if (read.isEmpty()) {
                return read;
            }
            var before = read.get();
            var after = change.apply(before.value());
            if (after.equals(before.value())) {
                return read;
            }
            try {
                var next = new Versioned<>(key, before.version(), before.due(), before.expires(), after);
                return Optional.of(update(before, after, due.apply(next)));
            } catch (Conflict lost) {
                Thread.onSpinWait();
            }
        }
    }

    /** @throws Conflict if somebody else wrote since */
    public void delete(Versioned<T> read) {
        table.delete(read.key(), read.expected(), clock.instant());
    }

    public Listing<T> list(String partition, String prefix, int limit, String after) {
        var page = table.list(partition, prefix, limit, after, clock.instant());
        return new Listing<>(page.items().stream().map(this::read).toList(), page.next());
    }

    private Versioned<T> put(Item item, Expected expected) {
        return read(table.put(item, expected, clock.instant()));
    }

    private Versioned<T> read(Item item) {
        try {
            var value = json.readValue(item.document(), type);
            return new Versioned<>(item.key(), item.version(), item.due(), item.expires(), value);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException("Stored " + item.key() + " is no " + type.getSimpleName(), unreadable);
        }
    }

    private String write(T value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

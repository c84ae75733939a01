package dev.beatcut.state;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The right to work on something alone, for a while: taken by compare-and-put, prolonged while the work goes on, given
 * back at the end. A dead holder's lease runs out.
 */
public final class Lease {

    /** @param holder the random id of this taking, not of the process */
    public record Held(Key key, String holder, String version) {}

    record Holding(String holder) {}

    private final Records<Holding> records;
    private final InstantSource clock;
    private final Duration length;

    public Lease(Table table, ObjectMapper json, InstantSource clock, Duration length) {
        this.records = Records.of(table, json, Holding.class, clock);
        this.clock = clock;
        this.length = length;
    }

    /** Takes the lease if nobody holds it; an expired one counts as absent, by the table's promise. */
    public Optional<Held> take(Key key, String holder) {
        try {
            return Optional.of(held(records.insert(
                    key, new Holding(holder), null, clock.instant().plus(length))));
        } catch (Conflict taken) {
            return Optional.empty();
        }
    }

    /** As {@link #take}, and prolongs it until it is closed. */
    public Optional<Hold> hold(Key key, String holder, Heart heart) {
        var now = clock.instant();
        return take(key, holder).map(held -> new Hold(this, length, clock, heart, held, now));
    }

    /** Holds on for another full length; empty if it was lost meanwhile. */
    public Optional<Held> prolong(Held held) {
        var mine = mine(held);
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        try {
            var value = mine.get().value();
            var longer = new Versioned<>(
                    held.key(), mine.get().version(), null, clock.instant().plus(length), value);
            return Optional.of(held(records.update(longer, value, null)));
        } catch (Conflict lost) {
            return Optional.empty();
        }
    }

    /** Gives it back; harmless if it was lost. */
    public void release(Held held) {
        try {
            mine(held).ifPresent(records::delete);
        } catch (Conflict lost) {
            // Somebody else holds it now, which is what giving it back is for.
        }
    }

    /** By its holder: a write of his may have arrived whose answer did not, and its version he cannot know. */
    private Optional<Versioned<Holding>> mine(Held held) {
        return records.get(held.key()).filter(stored -> stored.value().holder().equals(held.holder()));
    }

    private static Held held(Versioned<Holding> stored) {
        return new Held(stored.key(), stored.value().holder(), stored.version());
    }
}

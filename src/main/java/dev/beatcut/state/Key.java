package dev.beatcut.state;

import java.util.Objects;

/** Where an item stands: {@code partition} groups what is listed together, {@code sort} orders it (UTF-8, ascending). */
public record Key(String partition, String sort) {
    public Key {
        Objects.requireNonNull(partition);
        Objects.requireNonNull(sort);
        if (partition.isEmpty() || sort.isEmpty()) {
            throw new IllegalArgumentException("A key needs both parts, got '" + partition + "' and '" + sort + "'");
        }
    }
}

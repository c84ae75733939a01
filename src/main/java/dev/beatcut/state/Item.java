package dev.beatcut.state;

import java.time.Instant;

/**
 * One stored thing.
 *
 * @param version the random tag of this write; null on an item that is yet to be put
 * @param due when somebody must look at it again, or null
 * @param expires from when on it is absent for every call, or null
 * @param document JSON text, at most {@value Table#MAX_DOCUMENT_BYTES} bytes in UTF-8
 */
public record Item(Key key, String version, Instant due, Instant expires, String document) {

    public static Item of(Key key, String document) {
        return new Item(key, null, null, null, document);
    }

    public Item due(Instant at) {
        return new Item(key, version, at, expires, document);
    }

    public Item expires(Instant at) {
        return new Item(key, version, due, at, document);
    }

    public Item document(String changed) {
        return new Item(key, version, due, expires, changed);
    }
}

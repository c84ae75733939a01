package dev.beatcut.session;

import dev.beatcut.state.Records;
import dev.beatcut.state.Versioned;
import java.util.List;
import java.util.function.Function;

/** A page of a list; {@code next} asks for the one after, and is null on the last. */
public record Paged<T>(List<T> items, String next) {

    public static <T> Paged<T> of(Records.Listing<T> listing) {
        return new Paged<>(listing.values().stream().map(Versioned::value).toList(), listing.next());
    }

    public <R> Paged<R> map(Function<T, R> shown) {
        return new Paged<>(items.stream().map(shown).toList(), next);
    }
}

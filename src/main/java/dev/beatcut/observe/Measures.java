package dev.beatcut.observe;

import java.util.List;

/** Where measures go. It never fails, and holds nobody up. */
@FunctionalInterface
public interface Measures {

    Measures NOWHERE = (what, value, dimensions) -> {};

    /** @param dimensions a value for each of the measure's, in its order; few different ones */
    void record(Measure what, double value, List<String> dimensions);
}

package dev.beatcut.observe;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Measures that are kept, to be looked at. */
public final class Recorded implements Measures {

    public record Value(Measure what, double value, List<String> dimensions) {}

    private final List<Value> values = new CopyOnWriteArrayList<>();

    @Override
    public void record(Measure what, double value, List<String> dimensions) {
        values.add(new Value(what, value, dimensions));
    }

    public List<Value> of(Measure what) {
        return values.stream().filter(one -> one.what() == what).toList();
    }
}

package dev.beatcut.aws;

import java.util.function.Supplier;

/** A client that is made when it is first needed: it asks for a region and credentials, which a laptop has not. */
final class Lazily<T> implements Supplier<T> {

    private final Supplier<T> make;
    private T made;

    Lazily(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public synchronized T get() {
        if (made == null) {
            made = make.get();
        }
        return made;
    }
}

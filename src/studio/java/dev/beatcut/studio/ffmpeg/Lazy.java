package dev.beatcut.studio.ffmpeg;

import java.util.function.Supplier;

/** A value that is worked out when somebody first needs it; one that failed is tried again. */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> work;
    private T value;

    private Lazy(Supplier<T> work) {
        this.work = work;
    }

    static <T> Lazy<T> of(Supplier<T> work) {
        return new Lazy<>(work);
    }

    @Override
    public synchronized T get() {
        if (value == null) {
            value = work.get();
        }
        return value;
    }
}

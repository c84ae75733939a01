package dev.beatcut.snapshot;

/**
 * Done once before the snapshot, for the classes that it loads and the code that it has compiled. It leaves behind no
 * connection, no credentials and no secret: every copy of the process would have the same.
 */
public interface WarmUp {

    /** @throws RuntimeException if it came to nothing; the copies are slower then, and do all the same */
    void run();
}

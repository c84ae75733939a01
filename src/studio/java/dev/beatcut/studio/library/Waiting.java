package dev.beatcut.studio.library;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waiting for somebody else's work, as if it were one's own: same result, same failure. */
final class Waiting {

    private Waiting() {}

    static <T> T result(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Stopped while waiting");
        } catch (ExecutionException failed) {
            throw switch (failed.getCause()) {
                case InterruptedException stopped -> new CancellationException("The work was stopped");
                case RuntimeException same -> same;
                default -> new IllegalStateException(failed.getCause());
            };
        }
    }
}

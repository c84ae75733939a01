package dev.beatcut.studio.wire;

import dev.beatcut.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** Does work on the thread that asks for it; what breaks off is kept, as other threads would not tell either. */
final class OnTheSpot extends AbstractExecutorService {

    private final List<RuntimeException> broken = new ArrayList<>();
    private boolean shut;

    @Override
    public void execute(Runnable work) {
        try {
            work.run();
        } catch (Problem toldAgain) {
            // What fails in advance fails again where somebody waits for it.
        } catch (RuntimeException unforeseen) {
            broken.add(unforeseen);
        }
    }

    List<RuntimeException> broken() {
        return List.copyOf(broken);
    }

    @Override
    public void shutdown() {
        shut = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shut = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shut;
    }

    @Override
    public boolean isTerminated() {
        return shut;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}

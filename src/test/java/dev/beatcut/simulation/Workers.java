package dev.beatcut.simulation;

import dev.beatcut.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Does work where it is told to; what breaks off is kept, as other threads would not tell either. */
public final class Workers extends AbstractExecutorService {

    private final List<RuntimeException> broken = new ArrayList<>();
    private final Executor where;
    private boolean shut;

    public Workers(Executor where) {
        this.where = where;
    }

    @Override
    public void execute(Runnable work) {
        where.execute(() -> done(work));
    }

    private void done(Runnable work) {
        try {
            work.run();
        } catch (Problem toldAgain) {
            // What fails in advance fails again where somebody waits for it.
        } catch (CancellationException ended) {
            // As it was told to.
        } catch (RuntimeException unforeseen) {
            broken.add(unforeseen);
        }
    }

    public List<RuntimeException> broken() {
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

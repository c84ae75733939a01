package dev.beatcut.simulation;

import dev.beatcut.state.Heart;
import dev.beatcut.state.VirtualTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** A process on a virtual clock. One that is dead does nothing more, not even tidy up. */
public final class Life implements Heart {

    /** How the threads of a dead process end. */
    public static final class Killed extends Error {
        private Killed() {
            super("killed", null, false, false);
        }
    }

    private final VirtualTime time;
    private final BooleanSupplier fate;
    private final Runnable death;
    private boolean dead;

    /**
     * @param fate is asked at each point where it may die, whether it does
     * @param death follows at once
     */
    public Life(VirtualTime time, BooleanSupplier fate, Runnable death) {
        this.time = time;
        this.fate = fate;
        this.death = death;
    }

    public boolean isOver() {
        return dead;
    }

    /** Between any two things that it does it may die. */
    public void point() {
        if (!dead && fate.getAsBoolean()) {
            dead = true;
            death.run();
        }
        goOn();
    }

    /** A place where it does not die, but may be dead already. */
    public void goOn() {
        if (dead) {
            throw new Killed();
        }
    }

    public void pass(Duration length) {
        time.pass(length);
        point();
    }

    /** On a thread of its own, after a while. */
    public void start(Duration after, Runnable work) {
        time.start(after, () -> dying(work));
    }

    /** Nothing beats any more in one that is dead. */
    @Override
    public Runnable beat(Duration every, Runnable beat) {
        var stopped = new AtomicBoolean();
        time.start(every, () -> {
            while (!stopped.get() && !dead) {
                dying(beat);
                time.pass(every);
            }
        });
        return () -> stopped.set(true);
    }

    /** Something that is on its way, and comes to pass whether the process lives or not. */
    public void leave(Duration after, Runnable event) {
        time.start(after, event);
    }

    /** Until the work or the process is at its end. */
    public void dying(Runnable work) {
        try {
            work.run();
        } catch (Killed quietly) {
            // That is how it ends.
        }
    }
}

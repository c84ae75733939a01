package dev.beatcut.state;

import java.time.Instant;

/** Carries on what a room has left due: a render, an interrupted turn, a file on its way. */
public interface Carrier {

    /** Whether {@code key} is of the kind that this one carries. */
    boolean carries(Key key);

    /**
     * Looks at what stands at {@code key} and takes its next step, if it is due and nobody else is at it. A key may be
     * stale; any number of processes may call.
     *
     * @param leave when the process has to go: what takes longer stops there, and stays due
     */
    void carryOn(Key key, Instant leave);

    /** How many steps one process takes at a time. */
    default int atOnce() {
        return 64;
    }
}

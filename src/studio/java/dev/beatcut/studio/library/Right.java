package dev.beatcut.studio.library;

import java.util.concurrent.CancellationException;

/** That what somebody works on is his own, by a lease: nobody else does the same. */
@FunctionalInterface
interface Right {

    /**
     * Asked before anything is written.
     *
     * @throws CancellationException if the work was stopped, or another node may have taken it over: nothing more may be
     *     written then
     */
    void check();
}

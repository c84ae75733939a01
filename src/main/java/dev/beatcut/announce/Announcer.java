package dev.beatcut.announce;

import dev.beatcut.problem.Problem;

/** Tells what has happened. */
@FunctionalInterface
public interface Announcer {

    /**
     * Tells everybody who is due to be told now, one after another, for half a minute at most. It never fails: who cannot
     * be told now is told later, or given up.
     *
     * @return how far it is then; to be stored, after which nobody is told again who was told here
     */
    Announcement tell(Announcement before, Happening what);

    /**
     * Asked when a caller names an audience, before anything is made for it.
     *
     * @throws Problem INVALID_REQUEST if somebody in it could never be told
     */
    default void check(Audience audience) {}

    /** Lets a task that waits know that its work goes on, so that it does not time out. It never fails. */
    default void alive(Audience audience) {}
}

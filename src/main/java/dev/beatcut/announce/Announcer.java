package dev.beatcut.announce;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemBody;

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

    /**
     * Tells a task that what it waits for was refused before it began: nothing else ever would. It never fails.
     *
     * @param taskToken or null
     */
    default void refused(String taskToken, ProblemBody why) {}
}

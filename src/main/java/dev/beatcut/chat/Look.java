package dev.beatcut.chat;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.timeline.Timeline;
import java.util.List;

/** One look at the state. */
sealed interface Look {

    /** @param changes since the turn was sent, in words */
    record Seen(Timeline now, List<String> changes) implements Look {}

    /** Nobody knows, which is not the same as unchanged. */
    record Unreadable(Problem why) implements Look {}

    /** The upstream has lost the project, and with it the timeline. */
    default boolean isLost() {
        return this instanceof Unreadable(var why) && why.code() == ProblemCode.UPSTREAM_SESSION_GONE;
    }

    default boolean changed() {
        return this instanceof Seen seen && !seen.changes().isEmpty();
    }

    default List<String> changesOrNone() {
        return this instanceof Seen(var now, var changes) ? changes : List.of();
    }

    /** Whether there is something that can be exported. */
    default boolean hasFilm() {
        return this instanceof Seen seen && seen.now().hasSegments();
    }
}

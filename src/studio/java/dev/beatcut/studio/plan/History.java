package dev.beatcut.studio.plan;

import dev.beatcut.timeline.Timeline;

/** The films that a session had before the one it has, and those that were undone. */
@FunctionalInterface
public interface History {

    History NONE = by -> null;

    /**
     * @param by edits from the current film: -1 the one before, 1 the one that was undone last
     * @return {@link Timeline#EMPTY} when there was no film then; null when history does not reach so far
     */
    Timeline at(int by);
}

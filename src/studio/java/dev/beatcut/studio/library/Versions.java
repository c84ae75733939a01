package dev.beatcut.studio.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The states of a project that undo and redo lead to, oldest first.
 *
 * @param before the last one is where undo leads
 * @param after those that were undone; the first one is where redo leads
 */
record Versions(List<Version> before, List<Version> after) {

    static final int MOST = 50;
    static final Versions NONE = new Versions(List.of(), List.of());

    Versions {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** @param by -1 for the one before, 1 for the one that was undone last */
    Optional<Version> at(int by) {
        var side = by < 0 ? before : after;
        int index = by < 0 ? before.size() + by : by - 1;
        return index >= 0 && index < side.size() ? Optional.of(side.get(index)) : Optional.empty();
    }

    /** After an edit of {@code current}: what was undone cannot be redone any more. */
    Versions edited(Version current) {
        var all = new ArrayList<>(before);
        all.add(current);
        return new Versions(all.subList(Math.max(0, all.size() - MOST), all.size()), List.of());
    }

    /** After a step to {@link #at}. */
    Versions stepped(int by, Version current) {
        var all = new ArrayList<>(before);
        all.add(current);
        all.addAll(after);
        int index = before.size() + by;
        return new Versions(all.subList(0, index), all.subList(index + 1, all.size()));
    }
}

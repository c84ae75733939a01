package dev.beatcut.studio.plan;

/** What is asked of a single clip or photo. */
enum Rule {
    /** The film begins with it; it may come again. */
    FIRST,
    /** The film ends with it; it may have come before. */
    LAST,
    /** The film begins with it, and it never comes again. */
    ONLY_AT_START,
    /** The film ends with it, and it never comes before. */
    ONLY_AT_END,
    /** Uncut, from its first frame to its last. */
    WHOLE,
    LEAVE_OUT,
    /** Nothing but this, and what has the same rule. */
    ONLY,
    /** No rule any more. */
    NONE;

    /** Whether it says where in the film. */
    boolean isPlace() {
        return this == FIRST || this == LAST || this == ONLY_AT_START || this == ONLY_AT_END;
    }
}

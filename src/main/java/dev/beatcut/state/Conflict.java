package dev.beatcut.state;

/** A compare-and-put lost its race: somebody else wrote (or deleted) the item first. Read again and decide again. */
public final class Conflict extends RuntimeException {
    public Conflict(Key key, Expected expected) {
        super("Lost the race for " + key + ": expected " + expected);
    }
}

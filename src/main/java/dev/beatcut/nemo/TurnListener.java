package dev.beatcut.nemo;

/** Hears a turn while it runs; called on the thread that reads the stream, one call at a time. */
public interface TurnListener {

    /** The next piece of what the agent says: all pieces in a row are the whole text. */
    default void text(String delta) {}

    /** The upstream is there and works, and has nothing to say. */
    default void alive() {}

    /** A tool was called. */
    default void tool(String name) {}
}

package dev.beatcut.nemo;

/** Hears a turn while it runs; called on the thread that reads the stream, one call at a time. */
public interface TurnListener {

    /** The message goes out now, however long its way to here was; what this throws keeps it in. */
    default void sending() {}

    /** The next piece of what the agent says: all pieces in a row are the whole text. */
    default void text(String delta) {}

    /**
     * Nothing is said: the upstream sent a heartbeat, or nothing at all for some seconds (15 at most), and the turn goes
     * on. So a listener can keep its own time; whether anybody works upstream it does not say.
     */
    default void alive() {}

    /** A tool was called. */
    default void tool(String name) {}
}

package dev.beatcut.studio.wire;

/** The connection that a request came by. */
@FunctionalInterface
interface ClientConnection {

    /** Breaks the connection; what was written before still goes out. */
    void pull();

    /** Finds the connection of the request that the calling thread answers. */
    @FunctionalInterface
    interface Finder {
        ClientConnection current();

        /** Whether the request came straight from a process on this machine, such as the server that the studio is in. */
        default boolean isFromHere() {
            return true;
        }
    }
}

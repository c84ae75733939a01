package dev.beatcut.chat;

/** Where a turn stands. */
public enum TurnStatus {
    /** Written, not sent: turns of the session before it are not done. */
    QUEUED,
    /** Sent, or about to be: never sent again. */
    SENDING,
    DONE,
    FAILED;

    boolean isOver() {
        return this == DONE || this == FAILED;
    }
}

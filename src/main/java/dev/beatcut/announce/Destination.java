package dev.beatcut.announce;

/** Where an end is told, in this order: whoever waits for a task's answer goes first, a slow webhook last. */
public enum Destination {
    TASK(Backoff.AWS),
    EVENT_BUS(Backoff.AWS),
    WEBHOOK(Backoff.STANDARD_WEBHOOKS);

    private final Backoff backoff;

    Destination(Backoff backoff) {
        this.backoff = backoff;
    }

    Backoff backoff() {
        return backoff;
    }
}

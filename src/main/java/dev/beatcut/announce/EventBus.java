package dev.beatcut.announce;

import java.time.Instant;

/** An event bus of the deployment. */
public interface EventBus {

    /**
     * @param detailType such as {@code Render Completed}
     * @param detail JSON; with its type at most {@value Fitting#AWS_LIMIT} bytes in UTF-8
     */
    record Event(String source, String detailType, Instant time, String detail) {}

    /** Does not throw: what cannot be done is the outcome. */
    Outcome put(Event event);
}

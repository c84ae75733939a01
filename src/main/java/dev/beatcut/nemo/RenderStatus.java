package dev.beatcut.nemo;

import java.util.Locale;

/** Where an export stands upstream. */
public enum RenderStatus {
    PENDING,
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** Words that are not the wire's are taken for work in progress, so that polling goes on. */
    static RenderStatus of(String word) {
        return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
            case "", "pending", "queued", "submitted" -> PENDING;
            case "completed", "complete", "succeeded", "success", "done" -> COMPLETED;
            case "failed", "failure", "error" -> FAILED;
            case "cancelled", "canceled" -> CANCELLED;
            default -> PROCESSING;
        };
    }
}

package dev.beatcut.render;

import dev.beatcut.nemo.RenderStatus;

/** Where an export stands, and where it may go from there: only forward. */
public enum RenderState {
    /** Written here; the upstream may or may not have heard of it. */
    SUBMITTING,
    PENDING,
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELLED;

    boolean mayBecome(RenderState next) {
        return switch (this) {
            case SUBMITTING -> next != SUBMITTING;
            case PENDING -> next != SUBMITTING && next != PENDING;
            case PROCESSING -> next == COMPLETED || next == FAILED || next == CANCELLED;
            case COMPLETED, FAILED, CANCELLED -> false;
        };
    }

    /** The later of both: what is heard late, or of a second attempt, does not move it back. */
    RenderState advance(RenderState heard) {
        return mayBecome(heard) ? heard : this;
    }

    boolean isOver() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }

    static RenderState of(RenderStatus upstream) {
        return switch (upstream) {
            case PENDING -> PENDING;
            case PROCESSING -> PROCESSING;
            case COMPLETED -> COMPLETED;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
        };
    }
}

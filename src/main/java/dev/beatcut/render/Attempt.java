package dev.beatcut.render;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * One job upstream.
 *
 * @param upstreamId chosen here
 * @param startedAt when it was written down
 * @param submitBy from then on no request to submit it is on its way any more
 * @param takenAt when the upstream first said that it has it, or null
 * @param aliveAt when the upstream last said that it goes on, or null
 * @param missingAt since when the upstream says that it does not know it although it had it, or null
 * @param error what the upstream said of a failed one, or null
 */
public record Attempt(
        String upstreamId,
        RenderState status,
        Instant startedAt,
        Instant submitBy,
        Instant takenAt,
        Instant aliveAt,
        Instant missingAt,
        String error) {

    static Attempt begun(String upstreamId, Instant now) {
        return new Attempt(upstreamId, RenderState.SUBMITTING, now, now, null, null, null, null);
    }

    Attempt heard(RenderState next, String said) {
        var why = said == null ? error : said;
        return new Attempt(upstreamId, status.advance(next), startedAt, submitBy, takenAt, aliveAt, missingAt, why);
    }

    Attempt alive(Instant now) {
        var taken = takenAt == null ? now : takenAt;
        return new Attempt(upstreamId, status, startedAt, submitBy, taken, now, null, error);
    }

    Attempt missing(Instant now) {
        return new Attempt(upstreamId, status, startedAt, submitBy, takenAt, aliveAt, now, error);
    }

    /** Whoever holds it until {@code end} may submit it. */
    Attempt submittedUntil(Instant end) {
        return status == RenderState.SUBMITTING
                ? new Attempt(upstreamId, status, startedAt, end, takenAt, aliveAt, missingAt, error)
                : this;
    }

    /** From when its work is counted. */
    Instant begins() {
        return takenAt == null ? startedAt : takenAt;
    }

    /** Nobody has held it yet. */
    @JsonIgnore
    boolean isUntried() {
        return status == RenderState.SUBMITTING && submitBy.equals(startedAt);
    }

    boolean mayBeOnItsWay(Instant now) {
        return status == RenderState.SUBMITTING && now.isBefore(submitBy);
    }
}

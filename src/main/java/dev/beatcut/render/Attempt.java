package dev.beatcut.render;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * One job upstream.
 *
 * @param upstreamId chosen here
 * @param startedAt when it was written down
 * @param submitBy from then on no request to submit it is on its way any more
 * @param aliveAt when the upstream last said that it goes on, or null
 * @param error what the upstream said of a failed one, or null
 */
public record Attempt(
        String upstreamId, RenderState status, Instant startedAt, Instant submitBy, Instant aliveAt, String error) {

    static Attempt begun(String upstreamId, Instant now) {
        return new Attempt(upstreamId, RenderState.SUBMITTING, now, now, null, null);
    }

    Attempt heard(RenderState next, String said) {
        return new Attempt(
                upstreamId, status.advance(next), startedAt, submitBy, aliveAt, said == null ? error : said);
    }

    Attempt alive(Instant now) {
        return new Attempt(upstreamId, status, startedAt, submitBy, now, error);
    }

    /** Whoever holds it until {@code end} may submit it. */
    Attempt submittedUntil(Instant end) {
        return status == RenderState.SUBMITTING
                ? new Attempt(upstreamId, status, startedAt, end, aliveAt, error)
                : this;
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

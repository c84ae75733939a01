package dev.beatcut.render;

import java.time.Instant;

/**
 * One job upstream.
 *
 * @param upstreamId chosen here
 * @param error what the upstream said of a failed one, or null
 */
public record Attempt(String upstreamId, RenderState status, Instant startedAt, String error) {

    Attempt heard(RenderState next, String said) {
        return new Attempt(upstreamId, status.advance(next), startedAt, said == null ? error : said);
    }
}

package dev.beatcut.outside;

import dev.beatcut.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Calls to an address that a caller named: resolved once, checked, and connected to as it was resolved. No redirect is
 * followed.
 */
public interface Outside {

    /** @param body its first few KB, for a log */
    record Answer(int status, Map<String, String> headers, String body) {}

    /**
     * @throws Problem INVALID_REQUEST if it is not a plain https address of a public host, or longer than 2,048 characters;
     *     LOOKUP_TIMED_OUT if nobody says now where its host is
     */
    void check(URI url);

    /**
     * Posts a body.
     *
     * @throws Problem INVALID_REQUEST as {@link #check} does; a name may mean another address by now
     * @throws IOException if there is no answer within {@code timeout}
     */
    Answer post(URI url, Map<String, String> headers, byte[] body, Duration timeout) throws IOException;
}

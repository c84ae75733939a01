package dev.beatcut.simulation;

import dev.beatcut.studio.wire.Reply;
import java.time.Duration;
import java.util.Map;

/** The way between a process and the studio. */
public interface Road {

    /** Every request takes its moment, and none is held up. */
    Road CLEAR = request -> Duration.ofMillis(1);

    /** @param body null where there is none */
    record Request(String method, String path, Map<String, String> headers, byte[] body) {}

    /** @return how long it is under way; if nobody waits so long any more, it arrives all the same */
    Duration sent(Request request);

    /** The process has heard an answer in time; {@code status} 0 is a connection that broke. */
    default void answered(Request request, Reply reply) {}
}

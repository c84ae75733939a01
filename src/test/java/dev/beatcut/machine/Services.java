package dev.beatcut.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What the tasks of a machine call. */
public interface Services {

    /**
     * Invokes a function and waits for its answer.
     *
     * @param function as the definition's substitution names it
     * @param timeout what the task leaves it
     * @throws Failure by the name of the function's error
     */
    JsonNode invoke(String function, JsonNode payload, Duration timeout);

    /**
     * Time in which what a task waits for may go on.
     *
     * @return false if nothing goes on any more: then the clock jumps to where the task gives up
     */
    boolean goOn();
}

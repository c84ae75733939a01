package dev.beatcut.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * How an execution ended.
 *
 * @param output of one that succeeded, else null
 * @param error of one that failed, else null
 * @param states that were entered, in order; those of a Map's iterations one iteration after another
 */
public record Ended(Status status, JsonNode output, String error, String cause, List<String> states) {

    /** As Step Functions says it. */
    public enum Status {
        SUCCEEDED,
        FAILED,
        TIMED_OUT
    }

    /** The state in which it ended. */
    public String last() {
        return states.getLast();
    }
}

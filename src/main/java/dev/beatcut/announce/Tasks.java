package dev.beatcut.announce;

/**
 * Tasks of state machines that wait for an end, each known by the token that it was started with. No call throws: what
 * cannot be done is the outcome.
 */
public interface Tasks {

    /** @param output JSON of at most {@value Fitting#AWS_LIMIT} bytes in UTF-8 */
    Outcome success(String token, String output);

    /**
     * @param error what a state machine catches, at most 256 characters
     * @param cause for people, at most 32768 characters
     */
    Outcome failure(String token, String error, String cause);

    /** The heartbeat of a task that goes on. */
    Outcome alive(String token);
}

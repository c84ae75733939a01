package dev.beatcut.access;

import dev.beatcut.problem.Problem;

/** What a function is given: the fields of the REST call, and who calls. */
public interface Input {

    /** Whoever may invoke a function is trusted to name him: by what his token has as {@code sub}. */
    String owner();

    /** An input whose call makes or changes something: the same key gets the same answer. */
    interface Keyed extends Input {

        /** 1 to 255 characters, such as a state machine's execution name; null: every call is a first one. */
        String idempotencyKey();
    }

    /** @throws Problem INVALID_REQUEST if it was left out */
    static String required(String field, String value) {
        if (value == null) {
            throw Problem.invalid("The field \"" + field + "\" is missing.", "Give it with the function's input.");
        }
        return value;
    }
}

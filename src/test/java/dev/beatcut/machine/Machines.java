package dev.beatcut.machine;

import com.fasterxml.jackson.databind.JsonNode;

/** The machines that a task may start, by the name that its substitution gives them. */
@FunctionalInterface
public interface Machines {

    /** Runs one until it has ended. */
    Ended run(String machine, String execution, JsonNode input);
}

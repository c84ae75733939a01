package dev.beatcut.chat;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemBody;
import java.util.List;

/** How a turn ends. */
record Ending(String reply, List<String> changes, String render, ProblemBody problem) {

    static Ending said(String reply) {
        return new Ending(reply, List.of(), null, null);
    }

    static Ending said(String reply, List<String> changes) {
        return new Ending(reply, changes, null, null);
    }

    static Ending exports(String reply, String render) {
        return new Ending(reply, List.of(), render, null);
    }

    static Ending failed(String reply, List<String> changes, Problem problem) {
        return new Ending(reply, changes, null, ProblemBody.of(problem));
    }
}

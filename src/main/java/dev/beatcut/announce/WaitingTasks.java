package dev.beatcut.announce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.problem.Problem;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers the task of a state machine that waits for the end. */
final class WaitingTasks implements Channel {

    private static final int LONGEST_ERROR = 256;
    private static final int LONGEST_CAUSE = 32_768;

    /** Step Functions' own limit. */
    private static final int LONGEST_TOKEN = 2048;

    private final Optional<Tasks> tasks;

    /** @param tasks empty where no task can be answered */
    WaitingTasks(Optional<Tasks> tasks) {
        this.tasks = tasks;
    }

    @Override
    public Outcome tell(Audience audience, Happening what) {
        return tasks.map(answering -> answer(answering, audience.taskToken(), what))
                .orElseGet(() -> new Outcome.GivenUp(null, "This deployment answers no tasks of Step Functions."));
    }

    private static Outcome answer(Tasks tasks, String token, Happening what) {
        return what.failed()
                ? tasks.failure(token, Fitting.cut(error(what), LONGEST_ERROR), Fitting.cut(cause(what), LONGEST_CAUSE))
                : tasks.success(
                        token, Fitting.into(Fitting.AWS_LIMIT, what.data()).toString());
    }

    @Override
    public void check(Audience audience) {
        var token = audience.taskToken();
        if (token == null) {
            return;
        }
        if (tasks.isEmpty()) {
            throw Problem.invalid(
                    "A taskToken was given, but this deployment answers no tasks of Step Functions.",
                    "Leave it out and name a \"webhook\", or set beatcut.announce.step-functions=true where there are AWS "
                            + "credentials.");
        }
        if (token.isBlank() || token.length() > LONGEST_TOKEN) {
            throw Problem.invalid(
                    "The taskToken has " + token.length() + " characters; 1 to " + LONGEST_TOKEN + " are accepted.",
                    "Pass the token of the task as it is: $$.Task.Token.");
        }
    }

    /** What goes wrong is no matter here: the next heartbeat comes with the next look at the work. */
    @Override
    public void alive(Audience audience) {
        if (audience.taskToken() != null) {
            tasks.ifPresent(answering -> answering.alive(audience.taskToken()));
        }
    }

    /** A code that a state machine can catch. */
    private static String error(Happening what) {
        var code = what.data().at("/problem/code");
        return code.isTextual() ? code.textValue() : what.title().replace(" ", "");
    }

    private static String cause(Happening what) {
        var said = Stream.of("/problem/detail", "/problem/next")
                .map(what.data()::at)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .collect(Collectors.joining(" "));
        return said.isEmpty() ? what.title() + "." : said;
    }
}

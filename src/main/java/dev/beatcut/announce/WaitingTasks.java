package dev.beatcut.announce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers the task of a state machine that waits for the end. */
final class WaitingTasks implements Channel {

    private static final int LONGEST_ERROR = 256;
    private static final int LONGEST_CAUSE = 32_768;

    private final Tasks tasks;

    WaitingTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Outcome tell(Audience audience, Happening what) {
        return what.failed()
                ? tasks.failure(
                        audience.taskToken(),
                        Fitting.cut(error(what), LONGEST_ERROR),
                        Fitting.cut(cause(what), LONGEST_CAUSE))
                : tasks.success(
                        audience.taskToken(),
                        Fitting.into(Fitting.AWS_LIMIT, what.data()).toString());
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

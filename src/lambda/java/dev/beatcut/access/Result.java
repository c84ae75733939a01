package dev.beatcut.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemBody;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a function answers: its value or, where it could not do what it was asked for, a problem. A state machine routes
 * by {@code $.problem.code}. A turn or render that is there but has failed comes with its problem.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Result<T>(T value, ProblemBody problem) {

    static <T> Result<T> of(T value) {
        return new Result<>(value, null);
    }

    static <T> Result<T> failed(Problem why) {
        return new Result<>(null, ProblemBody.of(why));
    }

    /** @param problem of the value, null if it has none */
    public Result<T> telling(Function<T, ProblemBody> problem) {
        return value == null ? this : new Result<>(value, problem.apply(value));
    }

    /** @param told of what stands in the way, where there is no value */
    public Result<T> refused(Consumer<ProblemBody> told) {
        if (value == null) {
            told.accept(problem);
        }
        return this;
    }
}

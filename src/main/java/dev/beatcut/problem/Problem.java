package dev.beatcut.problem;

import java.time.Duration;
import java.util.Optional;

/**
 * An expected failure. {@code detail} says what was received and what is accepted; {@code next} is the step that helps.
 * Neither holds a token, a presigned query or raw JSON.
 */
public final class Problem extends RuntimeException {

    private final ProblemCode code;
    private final String next;
    private final Duration retryAfter;

    public Problem(ProblemCode code, String detail, String next) {
        this(code, detail, next, null);
    }

    public Problem(ProblemCode code, String detail, String next, Throwable cause) {
        this(code, detail, next, null, cause);
    }

    /** @param retryAfter when the same request may succeed, or null if nobody knows */
    public Problem(ProblemCode code, String detail, String next, Duration retryAfter, Throwable cause) {
        super(detail, cause);
        this.code = code;
        this.next = next;
        this.retryAfter = retryAfter;
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return getMessage();
    }

    public String next() {
        return next;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public static Problem notFound(String what, String id) {
        return new Problem(
                ProblemCode.NOT_FOUND,
                "There is no " + what + " \"" + id + "\" among yours.",
                "Check the id, or list what you have.");
    }

    public static Problem invalid(String detail, String next) {
        return new Problem(ProblemCode.INVALID_REQUEST, detail, next);
    }
}

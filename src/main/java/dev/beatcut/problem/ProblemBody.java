package dev.beatcut.problem;

import java.util.Arrays;

/**
 * A problem as it is told and kept: RFC 9457, and the step that helps.
 *
 * @param status of the HTTP answer
 * @param code {@code UpstreamHasNoBeats}: what a program decides by
 * @param next what the caller can do about it
 * @param retryable the same request may succeed later
 */
public record ProblemBody(
        String type, String title, int status, String detail, String code, String next, boolean retryable) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static ProblemBody of(Problem problem) {
        return of(problem.code(), problem.code().status(), problem.detail(), problem.next());
    }

    /** @param status where the HTTP protocol itself names one, such as 405 */
    static ProblemBody of(ProblemCode code, int status, String detail, String next) {
        return new ProblemBody(
                "urn:beatcut:problem:" + code.wireName(),
                code.title(),
                status,
                detail,
                code.wireName(),
                next,
                code.retryable());
    }

    public Problem toProblem() {
        var known = Arrays.stream(ProblemCode.values())
                .filter(one -> one.wireName().equals(code))
                .findFirst()
                .orElse(ProblemCode.INTERNAL);
        return new Problem(known, detail, next);
    }
}

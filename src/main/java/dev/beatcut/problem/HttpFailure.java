package dev.beatcut.problem;

/** What HTTP itself refuses, in our words. */
final class HttpFailure {

    private static final String SEE = "See /q/openapi for what there is.";

    private HttpFailure() {}

    static ProblemBody body(int status, String path) {
        return switch (status) {
            case 404 -> said(ProblemCode.NOT_FOUND, status, "There is nothing at \"" + path + "\".", SEE);
            case 405 -> said(ProblemCode.INVALID_REQUEST, status, "\"" + path + "\" has no such method.", SEE);
            case 406 ->
                said(
                        ProblemCode.INVALID_REQUEST,
                        status,
                        "The answer does not come in the form that Accept names.",
                        SEE);
            case 413 ->
                said(
                        ProblemCode.FILE_TOO_LARGE,
                        status,
                        "The body is too large.",
                        "Bring files by /sessions/{id}/media.");
            case 415 ->
                said(
                        ProblemCode.INVALID_REQUEST,
                        status,
                        "The body does not come in a form that is understood here.",
                        "Send it as application/json, with that Content-Type.");
            default -> other(status);
        };
    }

    private static ProblemBody other(int status) {
        return status < 500
                ? said(ProblemCode.INVALID_REQUEST, status, "The request is not one that is understood here.", SEE)
                : said(ProblemCode.INTERNAL, status, "The request could not be answered.", "Try again later.");
    }

    private static ProblemBody said(ProblemCode code, int status, String detail, String next) {
        return ProblemBody.of(code, status, detail, next);
    }
}

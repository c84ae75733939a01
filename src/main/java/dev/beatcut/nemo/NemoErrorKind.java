package dev.beatcut.nemo;

/** The wire's error codes, and what is not on it. A code in the body outweighs the HTTP status. */
public enum NemoErrorKind {
    /** 1001, 1010, 1011, or a plain 401. */
    TOKEN_REFUSED,
    /** 1002. */
    SESSION_GONE,
    /** 2001. */
    NO_CREDITS,
    /** 4001. */
    FILE_TYPE,
    /** 4002, or a plain 413. */
    FILE_SIZE,
    /** 402: the plan, or attribution headers that are missing; not credits. */
    EXPORT_BLOCKED,
    /** 403: the token lacks a scope. */
    FORBIDDEN,
    /** 404. */
    NOT_FOUND,
    /** 429. */
    RATE_LIMITED,
    /** 400, 422, or another that says the request is at fault. */
    BAD_REQUEST,
    /** 5xx. */
    BROKEN,
    /** HTML, an empty body or something else that is not the wire's. */
    UNREADABLE,
    /** No answer. */
    UNREACHABLE,
    /** The request went out and no answer came in time. */
    TIMED_OUT,
    OTHER;

    /** Whether a request that was answered so did nothing. */
    public boolean beforeAnyWork() {
        return switch (this) {
            case BROKEN, UNREADABLE, UNREACHABLE, TIMED_OUT, OTHER -> false;
            default -> true;
        };
    }

    static NemoErrorKind of(int code, int httpStatus) {
        var byCode = of(code);
        return byCode != OTHER || code != 0 ? byCode : of(httpStatus);
    }

    private static NemoErrorKind of(int number) {
        return switch (number) {
            case 1001, 1010, 1011, 401 -> TOKEN_REFUSED;
            case 1002 -> SESSION_GONE;
            case 2001 -> NO_CREDITS;
            case 4001, 415 -> FILE_TYPE;
            case 4002, 413 -> FILE_SIZE;
            case 402 -> EXPORT_BLOCKED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 429 -> RATE_LIMITED;
            case 400, 405, 406, 409, 422 -> BAD_REQUEST;
            default -> number >= 500 && number < 600 ? BROKEN : OTHER;
        };
    }
}

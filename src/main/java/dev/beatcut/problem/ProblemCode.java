package dev.beatcut.problem;

/** What can go wrong in a way that a caller can act on. The wire form is the constant in PascalCase. */
public enum ProblemCode {
    INVALID_REQUEST(400, false),
    /** The caller has not said who it is. */
    UNAUTHENTICATED(401, false),
    /** The caller's token is not good here. */
    TOKEN_REFUSED(401, false),
    NOT_FOUND(404, false),
    FORBIDDEN(403, false),
    CONFLICT(409, true),
    /** It has come to its end, and nothing changes that. */
    ALREADY_OVER(409, false),
    STILL_RUNNING(409, true),
    CHAT_STILL_RUNNING(409, true),
    IDEMPOTENCY_KEY_REUSED(422, false),
    UNSUPPORTED_FORMAT(415, false),
    FILE_TOO_LARGE(413, false),
    FILE_EMPTY(422, false),
    /** Larger than can be kept: only another one helps. */
    TIMELINE_TOO_LARGE(413, false),
    FILE_DAMAGED(422, false),
    FILE_INCOMPLETE(409, false),
    UPLOAD_EXPIRED(410, false),
    NOTHING_TO_EXPORT(409, false),
    EXPORT_BLOCKED(402, false),
    NO_CREDITS(402, false),
    RENDER_FAILED(502, false),
    STORAGE_FULL(507, true),
    STORAGE_UNAVAILABLE(503, true),
    RATE_LIMITED(429, true),
    /** What the host of an address means could not be told now; nothing is known to be wrong with it. */
    LOOKUP_TIMED_OUT(504, true),
    UPSTREAM_SESSION_GONE(410, false),
    UPSTREAM_REFUSED(502, false),
    UPSTREAM_UNREACHABLE(503, true),
    UPSTREAM_TIMED_OUT(504, true),
    UPSTREAM_HAS_NO_BEATS(501, false),
    INTERNAL(500, true);

    private final int status;
    private final boolean retryable;

    ProblemCode(int status, boolean retryable) {
        this.status = status;
        this.retryable = retryable;
    }

    public int status() {
        return status;
    }

    public boolean retryable() {
        return retryable;
    }

    /** {@code UPSTREAM_HAS_NO_BEATS} is said as {@code UpstreamHasNoBeats}. */
    public String wireName() {
        var said = new StringBuilder();
        for (var word : name().split("_")) {
            said.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return said.toString();
    }

    /** The name in words: {@code Upstream has no beats}. */
    public String title() {
        var words = name().replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

package dev.beatcut.nemo;

import java.time.Duration;
import java.util.Optional;

/** The upstream refused, failed, or could not be understood. Its message holds no token and no query of a link. */
public final class NemoError extends RuntimeException {

    private static final int LONGEST = 300;

    private final NemoErrorKind kind;
    private final int code;
    private final int httpStatus;
    private final Duration retryAfter;
    private final String userId;

    NemoError(NemoErrorKind kind, int code, int httpStatus, String message, Throwable cause) {
        this(kind, code, httpStatus, message, null, null, cause);
    }

    private NemoError(
            NemoErrorKind kind,
            int code,
            int httpStatus,
            String message,
            Duration retryAfter,
            String userId,
            Throwable cause) {
        super(clean(message), cause);
        this.kind = kind;
        this.code = code;
        this.httpStatus = httpStatus;
        this.retryAfter = retryAfter;
        this.userId = userId;
    }

    /** @param code the body's, or 0; {@code httpStatus} decides then */
    public static NemoError of(int code, int httpStatus, String message) {
        return new NemoError(
                NemoErrorKind.of(code, httpStatus), code == 0 ? httpStatus : code, httpStatus, message, null);
    }

    static NemoError told(String message) {
        return new NemoError(NemoErrorKind.OTHER, 0, 200, message, null);
    }

    static NemoError unreadable(int httpStatus, String message) {
        return new NemoError(NemoErrorKind.UNREADABLE, httpStatus, httpStatus, message, null);
    }

    static NemoError unreachable(String message, Throwable cause) {
        return new NemoError(NemoErrorKind.UNREACHABLE, 0, 0, message, cause);
    }

    static NemoError timedOut(String message, Throwable cause) {
        return new NemoError(NemoErrorKind.TIMED_OUT, 0, 0, message, cause);
    }

    /** @param wait or null */
    NemoError retryAfter(Duration wait) {
        return new NemoError(kind, code, httpStatus, getMessage(), wait, userId, getCause());
    }

    NemoError userId(String id) {
        return new NemoError(kind, code, httpStatus, getMessage(), retryAfter, id, getCause());
    }

    /** The same without what its caller must not read, however that looks: the token that the call was made with. */
    public NemoError without(String secret) {
        var said = secret.isEmpty() ? getMessage() : getMessage().replace(secret, "[token]");
        return new NemoError(kind, code, httpStatus, said, retryAfter, userId, getCause());
    }

    public NemoErrorKind kind() {
        return kind;
    }

    /** The body's code, else the HTTP status, else 0 (no answer at all). */
    public int code() {
        return code;
    }

    /** 0 if there was no answer. */
    public int httpStatus() {
        return httpStatus;
    }

    /** How long the upstream asked to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The user whom the upstream named beside the error: the id that its registration link binds. */
    public Optional<String> userId() {
        return Optional.ofNullable(userId);
    }

    private static String clean(String message) {
        var said = message == null || message.isBlank() ? "The upstream gave no reason" : message.strip();
        var safe = said.replaceAll("nmv_usr_\\S+", "[token]")
                .replaceAll("(?i)bearer\\s+\\S+", "[token]")
                .replaceAll("(?i)(https?://[^\\s?]+)\\?\\S+", "$1");
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "...";
    }
}

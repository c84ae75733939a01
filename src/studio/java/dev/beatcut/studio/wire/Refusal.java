package dev.beatcut.studio.wire;

import jakarta.ws.rs.core.Response;

/** A request that is answered with an error of the wire (§7). */
final class Refusal extends RuntimeException {

    private final int httpStatus;
    private final int code;

    private Refusal(int httpStatus, int code, String message) {
        super(message, null, false, false);
        this.httpStatus = httpStatus;
        this.code = code;
    }

    /** An error that the wire tells in the body only, under HTTP 200. */
    static Refusal inBody(int code, String message) {
        return new Refusal(200, code, message);
    }

    /** An error whose code is its HTTP status. */
    static Refusal http(int status, String message) {
        return new Refusal(status, status, message);
    }

    static Refusal badToken() {
        return inBody(1001, "The token is missing, unknown or expired. Get a new anonymous token.");
    }

    Response response() {
        return Envelope.refusal(httpStatus, code, getMessage());
    }
}

package dev.beatcut.studio.wire;

import jakarta.ws.rs.core.Response;

/** A request that is answered with an error of the wire (§7). */
final class Refusal extends RuntimeException {

    private final transient Response response;

    private Refusal(Response response, String message) {
        super(message, null, false, false);
        this.response = response;
    }

    /** An error that the wire tells in the body only, under HTTP 200. */
    static Refusal inBody(int code, String message) {
        return new Refusal(Envelope.refusal(200, code, message), message);
    }

    /** An error whose code is its HTTP status. */
    static Refusal http(int status, String message) {
        return new Refusal(Envelope.refusal(status, status, message), message);
    }

    static Refusal badToken() {
        return inBody(1001, "The token is missing, unknown or expired. Get a new anonymous token.");
    }

    /** An answer that is no envelope. */
    static Refusal with(Response response) {
        return new Refusal(response, "HTTP " + response.getStatus());
    }

    Response response() {
        return response;
    }
}

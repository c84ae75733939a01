package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.Session;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Whether a request is let in. Where it is not, nothing is done and nothing is charged. */
non-sealed interface Admission extends Aspect {

    Admission HONEST = new Admission() {};

    /** Before anything is looked at. */
    default void enter() {}

    /** After the token was found to be good. */
    default void token(Door door, String authorization) {}

    /** After the session was found. */
    default void session(Door door, Session session) {}

    /**
     * 429.
     *
     * @param retryAfter seconds for the header, negative for none
     */
    record RateLimit(int retryAfter) implements Admission {
        @Override
        public void enter() {
            var answer = Response.fromResponse(Envelope.refusal(429, 429, "Too many requests. Try again later."));
            throw Refusal.with((retryAfter < 0 ? answer : answer.header(HttpHeaders.RETRY_AFTER, retryAfter)).build());
        }
    }

    /** A gateway's page instead of an envelope: the studio was not reached. */
    record Html() implements Admission {
        @Override
        public void enter() {
            throw Refusal.with(Response.status(502)
                    .type("text/html")
                    .entity("<html><head><title>502 Bad Gateway</title></head>"
                            + "<body><center><h1>502 Bad Gateway</h1></center></body></html>")
                    .build());
        }
    }

    /** 402 for another reason than a missing header: those are checked before the token. */
    record Plan() implements Admission {
        @Override
        public void token(Door door, String authorization) {
            throw Refusal.http(402, "Export is blocked: your plan does not include it. Register or upgrade.");
        }
    }

    record TokenExpires() implements Admission {
        @Override
        public void token(Door door, String authorization) {
            throw door.expire(authorization);
        }
    }

    record SessionGone() implements Admission {
        @Override
        public void session(Door door, Session session) {
            throw door.forget(session);
        }
    }

    record NoCredits() implements Admission {

        static final String SAID = "There are not enough credits for this. Top up credits in your account.";

        @Override
        public void session(Door door, Session session) {
            throw Refusal.inBody(2001, SAID);
        }
    }

    /** 2001 where a stream was promised already. */
    record NoCreditsInStream() implements Admission {
        @Override
        public void session(Door door, Session session) {
            throw Refusal.with(Response.ok("data: {\"type\":\"heartbeat\"}\n\n" + "data: {\"code\":2001,\"message\":\""
                            + NoCredits.SAID + "\"}\n\n")
                    .type("text/event-stream")
                    .build());
        }
    }
}

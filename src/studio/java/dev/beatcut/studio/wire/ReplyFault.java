package dev.beatcut.studio.wire;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What becomes of a reply when everything was done that was asked. */
enum ReplyFault implements Aspect {
    SENT {
        @Override
        Response of(Response reply, ClientConnection connection) {
            return reply;
        }
    },
    /** Nothing arrives, not even a status. */
    LOST {
        @Override
        Response of(Response reply, ClientConnection connection) {
            connection.pull();
            return Response.noContent().build();
        }
    },
    /** The status and the type, and not one byte. */
    EMPTY {
        @Override
        Response of(Response reply, ClientConnection connection) {
            return Response.fromResponse(reply)
                    .entity("")
                    .header(HttpHeaders.CONTENT_LENGTH, null)
                    .build();
        }
    };

    abstract Response of(Response reply, ClientConnection connection);
}

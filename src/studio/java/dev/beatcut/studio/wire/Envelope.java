package dev.beatcut.studio.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * What every JSON answer is wrapped in.
 *
 * @param code 0 for success, else one of §7
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Envelope(int code, String message, Object data) {

    static Response ok(Object data) {
        return response(200, new Envelope(0, "ok", data));
    }

    static Response refusal(int httpStatus, int code, String message) {
        return response(httpStatus, new Envelope(code, message, null));
    }

    static Response response(int httpStatus, Object body) {
        return Response.status(httpStatus)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }
}

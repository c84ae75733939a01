package dev.beatcut.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.Idempotency;
import dev.beatcut.state.Idempotency.Answer;
import dev.beatcut.state.Idempotency.Verdict;
import dev.beatcut.state.Idempotent;
import dev.beatcut.state.Packed;
import dev.beatcut.state.RequestId;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** {@code Idempotency-Key} on calls that make something: the first answer is kept, and given again. */
@Provider
@Idempotent
public final class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final String CLAIM = "beatcut.idempotency.claim";
    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_BODY = 1024 * 1024;

    private final Instance<Idempotency> idempotency;
    private final CurrentOwner caller;
    private final RequestId request;
    private final ObjectMapper json;

    /** @param idempotency is asked for at the first call: filters are made before the table can be */
    IdempotencyFilter(Instance<Idempotency> idempotency, CurrentOwner caller, RequestId request, ObjectMapper json) {
        this.idempotency = idempotency;
        this.caller = caller;
        this.request = request;
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext call) throws IOException {
        var key = call.getHeaderString(HEADER);
        if (key == null) {
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.invalid(
                    "The Idempotency-Key has " + key.length() + " characters; 1 to " + LONGEST_KEY + " are accepted.",
                    "Send a random key, such as a UUID.");
        }
        var verdict = idempotency.get().begin(caller.get().id(), key, fingerprint(call));
        switch (verdict) {
            case Verdict.Go(var claim, var id) -> {
                request.resume(id);
                call.setProperty(CLAIM, claim);
                letGoEarly(call, claim);
            }
            case Verdict.AlreadyAnswered(var answer) -> call.abortWith(again(answer));
            case Verdict.OtherBody() -> throw Idempotency.otherBody();
            case Verdict.StillRunning() -> throw Idempotency.stillRunning();
        }
    }

    /** A stream is no answer to keep: who asks again listens to the same turn. */
    private void letGoEarly(ContainerRequestContext call, Idempotency.Claim claim) {
        if (call.getAcceptableMediaTypes().contains(MediaType.SERVER_SENT_EVENTS_TYPE)) {
            call.removeProperty(CLAIM);
            idempotency.get().released(claim);
        }
    }

    @Override
    public void filter(ContainerRequestContext call, ContainerResponseContext answer) throws IOException {
        if (!(call.getProperty(CLAIM) instanceof Idempotency.Claim claim)) {
            return;
        }
        if (answer.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode()) {
            idempotency.get().released(claim);
        } else {
            idempotency.get().answered(claim, kept(answer));
        }
    }

    private Answer kept(ContainerResponseContext answer) throws IOException {
        var headers = new HashMap<String, String>();
        var location = answer.getHeaderString(HttpHeaders.LOCATION);
        if (location != null) {
            headers.put(HttpHeaders.LOCATION, location);
        }
        var body = answer.hasEntity() ? json.writeValueAsString(answer.getEntity()) : "";
        return new Answer(answer.getStatus(), headers, body);
    }

    private static Response again(Answer answer) {
        var response = Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(answer.body());
        answer.headers().forEach(response::header);
        return response.build();
    }

    /** Method, path and what the body says, not how it is spaced; {@code ?wait} does not count. */
    private String fingerprint(ContainerRequestContext call) throws IOException {
        var bytes = call.getEntityStream().readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw new Problem(
                    ProblemCode.FILE_TOO_LARGE,
                    "The body is larger than " + LONGEST_BODY + " bytes.",
                    "Bring files by POST /sessions/{id}/media.");
        }
        call.setEntityStream(new ByteArrayInputStream(bytes));
        var body = bytes.length == 0 ? Map.of() : json.readValue(bytes, Object.class);
        var sorted = json.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).writeValueAsString(body);
        return Packed.hash(call.getMethod() + " " + call.getUriInfo().getPath() + " " + sorted);
    }
}

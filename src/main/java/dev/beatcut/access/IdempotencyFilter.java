package dev.beatcut.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.state.Idempotency;
import dev.beatcut.state.Idempotency.Answer;
import dev.beatcut.state.Idempotency.Verdict;
import dev.beatcut.state.Idempotent;
import dev.beatcut.state.RequestId;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.concurrent.Flow;

/** {@code Idempotency-Key} on calls that make something: the first answer is kept, and given again. */
@Provider
@Idempotent
public final class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final String CLAIM = "beatcut.idempotency.claim";
    private static final String FIRST_ANSWER = "beatcut.idempotency.first-answer";

    /** As the routes say it. */
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");

    private final Instance<Idempotency> idempotency;
    private final CurrentOwner caller;
    private final RequestId request;
    private final ResourceInfo route;
    private final ObjectMapper json;

    /** @param idempotency is asked for at the first call: filters are made before the table can be */
    IdempotencyFilter(
            Instance<Idempotency> idempotency,
            CurrentOwner caller,
            RequestId request,
            ResourceInfo route,
            ObjectMapper json) {
        this.idempotency = idempotency;
        this.caller = caller;
        this.request = request;
        this.route = route;
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext call) throws IOException {
        var key = call.getHeaderString(HEADER);
        if (key == null) {
            return;
        }
        switch (idempotency.get().begin(caller.get().id(), key, fingerprint(call))) {
            case Verdict.Go(var claim, var id) -> go(call, claim, id);
            case Verdict.AlreadyAnswered(var id, var answer) -> again(call, id, answer);
            case Verdict.OtherBody() -> throw Idempotency.otherBody();
            case Verdict.StillRunning() -> throw Idempotency.stillRunning();
        }
    }

    private void go(ContainerRequestContext call, Idempotency.Claim claim, String id) {
        request.resume(id);
        if (isStream() || idempotent().anew()) {
            idempotency.get().released(claim);
        } else {
            call.setProperty(CLAIM, claim);
        }
    }

    private void again(ContainerRequestContext call, String id, Answer answer) {
        request.resume(id);
        if (isStream()) {
            return;
        }
        if (idempotent().latest()) {
            call.setProperty(FIRST_ANSWER, answer);
        } else {
            call.abortWith(response(answer));
        }
    }

    private Idempotent idempotent() {
        return route.getResourceMethod().getAnnotation(Idempotent.class);
    }

    /** A stream is no answer to keep: who asks again listens to the same turn. */
    private boolean isStream() {
        return Flow.Publisher.class.isAssignableFrom(route.getResourceMethod().getReturnType());
    }

    @Override
    public void filter(ContainerRequestContext call, ContainerResponseContext answer) throws IOException {
        if (call.getProperty(CLAIM) instanceof Idempotency.Claim claim) {
            close(claim, answer);
        } else if (call.getProperty(FIRST_ANSWER) instanceof Answer first && !isRefused(answer)) {
            replace(answer, first);
        }
    }

    private void close(Idempotency.Claim claim, ContainerResponseContext answer) throws IOException {
        if (isRefused(answer)) {
            idempotency.get().released(claim);
            return;
        }
        var mine = kept(answer);
        var first = idempotency.get().answered(claim, mine);
        if (!first.equals(mine)) {
            replace(answer, first);
        }
    }

    private static boolean isRefused(ContainerResponseContext answer) {
        return answer.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode();
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

    private static void replace(ContainerResponseContext answer, Answer first) {
        answer.setStatus(first.status());
        first.headers().forEach(answer.getHeaders()::putSingle);
        answer.setEntity(first.body(), null, JSON);
    }

    private static Response response(Answer answer) {
        var response = Response.status(answer.status()).type(JSON).entity(answer.body());
        answer.headers().forEach(response::header);
        return response.build();
    }

    /** Method, path and what the body says, which the {@link Doorkeeper} has bounded; {@code ?wait} does not count. */
    private String fingerprint(ContainerRequestContext call) throws IOException {
        var bytes = call.getEntityStream().readAllBytes();
        call.setEntityStream(new ByteArrayInputStream(bytes));
        var body = bytes.length == 0 ? null : json.readValue(bytes, Object.class);
        return idempotency
                .get()
                .fingerprint(call.getMethod() + " " + call.getUriInfo().getPath(), body);
    }
}

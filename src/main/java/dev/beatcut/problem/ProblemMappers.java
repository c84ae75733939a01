package dev.beatcut.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure of an HTTP call, as problem+json. */
@Singleton
public final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ObjectMapper json;

    ProblemMappers(ObjectMapper json) {
        this.json = json;
    }

    @ServerExceptionMapper
    Response problem(Problem problem) throws JsonProcessingException {
        var body = ProblemBody.of(problem);
        return switch (problem.code()) {
            case UNAUTHENTICATED -> answer(body, HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case TOKEN_REFUSED -> answer(body, HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            default -> {
                var wait = problem.retryAfter().map(after -> Long.toString(after.toSeconds()));
                yield answer(body, HttpHeaders.RETRY_AFTER, wait.orElse(null));
            }
        };
    }

    @ServerExceptionMapper
    Response malformed(JsonProcessingException unreadable) throws JsonProcessingException {
        return problem(Malformed.problem(unreadable, "Send JSON as the API's description at /q/openapi shows."));
    }

    /** Quarkus has one of its own for these, with an empty body. */
    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response mismatched(MismatchedInputException unreadable) throws JsonProcessingException {
        return malformed(unreadable);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure, UriInfo asked) throws JsonProcessingException {
        return switch (failure.getCause()) {
            case Problem problem -> problem(problem);
            case JsonProcessingException unreadable -> malformed(unreadable);
            case null, default ->
                answer(
                        HttpFailure.body(failure.getResponse().getStatus(), asked.getPath()),
                        HttpHeaders.ALLOW,
                        failure.getResponse().getHeaderString(HttpHeaders.ALLOW));
        };
    }

    /** Nothing of the inside gets out; the reference finds it in the log. */
    @ServerExceptionMapper
    Response unexpected(Throwable failure) throws JsonProcessingException {
        var reference = UUID.randomUUID();
        LOG.errorf(failure, "Unexpected failure %s", reference);
        var body = ProblemBody.of(
                ProblemCode.INTERNAL,
                ProblemCode.INTERNAL.status(),
                "Something went wrong here that should not. Reference: " + reference + ".",
                "Try again; if it stays, tell us the reference.");
        return answer(body);
    }

    private Response answer(ProblemBody body) throws JsonProcessingException {
        return answer(body, HttpHeaders.ALLOW, null);
    }

    /** @param value null leaves the header out */
    private Response answer(ProblemBody body, String header, String value) throws JsonProcessingException {
        return Response.status(body.status())
                .type(ProblemBody.MEDIA_TYPE)
                .header(header, value)
                .entity(json.writeValueAsString(body))
                .build();
    }
}

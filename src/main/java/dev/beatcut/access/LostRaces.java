package dev.beatcut.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemBody;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.Conflict;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Two calls at the same thing at once: who comes second may come again, and finds what the first one made. */
@Singleton
public final class LostRaces {

    private final ObjectMapper json;

    LostRaces(ObjectMapper json) {
        this.json = json;
    }

    @ServerExceptionMapper
    Response lost(Conflict race) throws JsonProcessingException {
        var problem = problem();
        return Response.status(problem.code().status())
                .type(ProblemBody.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .entity(json.writeValueAsString(ProblemBody.of(problem)))
                .build();
    }

    static Problem problem() {
        return new Problem(
                ProblemCode.CONFLICT, "Another call changed the same thing at the same moment.", "Send it again.");
    }
}

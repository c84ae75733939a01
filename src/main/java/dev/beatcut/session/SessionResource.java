package dev.beatcut.session;

import dev.beatcut.state.Idempotent;
import dev.beatcut.state.RequestId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Sessions", description = "A project: its files, its timeline, its films")
public class SessionResource {

    private final Sessions sessions;
    private final RequestId request;

    SessionResource(Sessions sessions, RequestId request) {
        this.sessions = sessions;
        this.request = request;
    }

    @POST
    @Idempotent
    @Operation(operationId = "openSession", summary = "Open a project")
    @APIResponse(
            responseCode = "201",
            description = "The project",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    public Response open(@RequestBody(required = false) OpenSession wanted, @Context HttpHeaders headers) {
        var asked = Optional.ofNullable(wanted).orElse(OpenSession.DEFAULT);
        var accepted = headers.getAcceptableLanguages().stream().findFirst().orElse(null);
        var session = SessionView.of(sessions.open(request.value(), asked, accepted));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/sessions/" + session.id())
                .entity(session)
                .build();
    }

    @GET
    @Operation(operationId = "listSessions", summary = "Your projects, newest first")
    public Paged<SessionView> list(@BeanParam Paging paging) {
        return sessions.mine(paging).map(SessionView::of);
    }

    @GET
    @Path("/{session}")
    @Operation(operationId = "getSession", summary = "One project")
    public SessionView get(@PathParam("session") String session) {
        return SessionView.of(sessions.mine(session));
    }
}

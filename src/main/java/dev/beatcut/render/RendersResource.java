package dev.beatcut.render;

import dev.beatcut.session.Paged;
import dev.beatcut.session.Paging;
import dev.beatcut.session.Wait;
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

@Path("/sessions/{session}/renders")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Renders", description = "Exports; they go on when the caller leaves")
public class RendersResource {

    private final Renders renders;
    private final RequestId request;

    RendersResource(Renders renders, RequestId request) {
        this.renders = renders;
        this.request = request;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent(latest = true)
    @Operation(operationId = "export", summary = "Export the timeline as it is now")
    @APIResponse(
            responseCode = "202",
            description = "The export; ask for it until it is COMPLETED, FAILED or CANCELLED",
            content = @Content(schema = @Schema(implementation = RenderView.class)))
    public Response export(
            @PathParam("session") String session,
            @BeanParam Wait wait,
            @RequestBody(required = false) NewRender wanted) {
        var asked = Optional.ofNullable(wanted).orElse(NewRender.DEFAULT);
        var render = renders.export(session, request.value(), asked, wait.duration());
        return Response.accepted(render)
                .header(HttpHeaders.LOCATION, "/renders/" + render.id())
                .build();
    }

    @GET
    @Operation(operationId = "listRenders", summary = "The exports of a project, newest first")
    public Paged<RenderView> list(@PathParam("session") String session, @BeanParam Paging paging) {
        return renders.list(session, paging);
    }
}

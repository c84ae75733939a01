package dev.beatcut.render;

import dev.beatcut.announce.Delivery;
import dev.beatcut.session.Wait;
import dev.beatcut.state.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/renders/{render}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Renders")
public class RenderResource {

    private final Renders renders;

    RenderResource(Renders renders) {
        this.renders = renders;
    }

    @GET
    @Operation(operationId = "getRender", summary = "One export: status, progress, attempts, sync report")
    public RenderView get(@PathParam("render") String render, @BeanParam Wait wait) {
        return renders.get(render, wait.duration());
    }

    @GET
    @Path("file")
    @Operation(operationId = "getFilm", summary = "The finished film")
    @APIResponse(responseCode = "302", description = "Where it is, by a link that is good for an hour")
    public Response file(@PathParam("render") String render) {
        return Response.status(Response.Status.FOUND)
                .location(renders.file(render))
                .build();
    }

    @DELETE
    @Operation(operationId = "cancelRender", summary = "Cancel an export")
    @APIResponse(
            responseCode = "202",
            description = "The export",
            content = @Content(schema = @Schema(implementation = RenderView.class)))
    public Response cancel(@PathParam("render") String render) {
        return Response.accepted(renders.cancel(render)).build();
    }

    @GET
    @Path("deliveries")
    @Operation(operationId = "listDeliveries", summary = "Who was told of the end, try by try; the last twenty")
    public List<Delivery> deliveries(@PathParam("render") String render) {
        return renders.deliveries(render);
    }

    @POST
    @Path("deliveries")
    @Idempotent
    @Operation(operationId = "deliverAgain", summary = "Tell the end again, under the same event id")
    @APIResponse(
            responseCode = "200",
            description = "Who was told, try by try",
            content = @Content(schema = @Schema(implementation = Delivery[].class)))
    public List<Delivery> deliverAgain(@PathParam("render") String render) {
        return renders.deliverAgain(render);
    }
}

package dev.beatcut.media;

import dev.beatcut.session.Paged;
import dev.beatcut.session.Paging;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/sessions/{session}/media")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Media",
        description = "Clips, photos and songs: mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a,"
                + " aac; up to 500 MB each")
public class MediaResource {

    private final Media media;
    private final RequestId request;

    MediaResource(Media media, RequestId request) {
        this.media = media;
        this.request = request;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent(anew = true)
    @Operation(
            operationId = "bringMedia",
            summary = "Ask where to put a file ({name, size, type}), or bring one by URL ({url, name?}); the same"
                    + " Idempotency-Key again gives fresh links")
    @APIResponse(
            responseCode = "201",
            description = "Put the bytes as `upload` says, or each of its `parts` in any order, then complete it",
            content = @Content(schema = @Schema(implementation = MediaView.class)))
    @APIResponse(responseCode = "202", description = "The upstream fetches the URL; ask for the item until it is READY")
    public Response bring(@PathParam("session") String session, NewMedia file) {
        var item = media.bring(session, request.value(), file);
        return Response.status(item.bringStatus())
                .header(HttpHeaders.LOCATION, "/sessions/" + session + "/media/" + item.id())
                .entity(item)
                .build();
    }

    @POST
    @Path("/{media}/complete")
    @Idempotent
    @Operation(operationId = "completeMedia", summary = "The bytes are there: check them and hand them upstream")
    public MediaView complete(@PathParam("session") String session, @PathParam("media") String id) {
        return media.complete(session, id);
    }

    @GET
    @Operation(operationId = "listMedia", summary = "The files of a project, in the order they were brought")
    public Paged<MediaView> list(@PathParam("session") String session, @BeanParam Paging paging) {
        return media.list(session, paging);
    }

    @GET
    @Path("/{media}")
    @Operation(operationId = "getMedia", summary = "One file")
    public MediaView get(@PathParam("session") String session, @PathParam("media") String id) {
        return media.get(session, id);
    }
}

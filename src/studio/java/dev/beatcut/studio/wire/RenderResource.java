package dev.beatcut.studio.wire;

import dev.beatcut.problem.Problem;
import dev.beatcut.studio.library.RenderJob;
import dev.beatcut.studio.library.RenderRoom;
import dev.beatcut.studio.library.Renders;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;

/** §6: exports. */
@Enveloped
@RunOnVirtualThread
@Path("/api/render/proxy")
public class RenderResource {

    private static final List<String> ATTRIBUTION =
            List.of("X-Skill-Source", "X-Skill-Version", "X-Skill-Platform");

    private final Door door;
    private final Renders renders;
    private final RenderRoom room;
    private final Files files;
    private final Address address;
    private final Json json;

    RenderResource(Door door, Renders renders, RenderRoom room, Files files, Address address, Json json) {
        this.door = door;
        this.renders = renders;
        this.room = room;
        this.files = files;
        this.address = address;
        this.json = json;
    }

    /** 402 comes before everything else: an export is for recognised skill traffic (§2). */
    @POST
    @Path("/lambda")
    public Response submit(
            @Context HttpHeaders headers,
            @HeaderParam("Authorization") String authorization,
            @Context UriInfo request,
            InputStream body) {
        ATTRIBUTION.stream()
                .filter(name -> isBlank(headers.getHeaderString(name)))
                .findFirst()
                .ifPresent(missing -> {
                    throw Refusal.http(402, "Export is blocked: the header " + missing + " is missing.");
                });
        var user = door.user(authorization);
        var asked = RenderRequest.of(json.object(body));
        var session = door.session(user, asked.session());
        var job = room.submit(session, asked.id(), asked.draft(), asked.output());
        return Envelope.response(200, RenderView.of(job, address.base(request)));
    }

    @GET
    @Path("/lambda/{id}")
    public Response poll(
            @HeaderParam("Authorization") String authorization,
            @PathParam("id") String id,
            @Context UriInfo request) {
        var job = renders.of(door.user(authorization), id);
        return Envelope.response(200, RenderView.of(job, address.base(request)));
    }

    @POST
    @Path("/lambda/{id}/cancel")
    public Response cancel(
            @HeaderParam("Authorization") String authorization,
            @PathParam("id") String id,
            @Context UriInfo request) {
        var job = room.cancel(renders.of(door.user(authorization), id));
        return Envelope.response(200, RenderView.of(job, address.base(request)));
    }

    @GET
    @Path("/{id}/download")
    public Response download(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("Range") String range,
            @PathParam("id") String id) {
        var job = renders.of(door.user(authorization), id);
        if (job.status() != RenderJob.Status.COMPLETED) {
            throw Problem.notFound("finished film of the render", id);
        }
        return files.film(job, range);
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}

package dev.beatcut.studio.wire;

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

/** §6: exports. */
@Enveloped
@RunOnVirtualThread
@Path("/api/render/proxy")
public class RenderResource {

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
        Attribution.check(headers);
        var user = door.user(authorization);
        var asked = RenderRequest.of(json.object(body));
        var session = door.session(user, asked.session());
        var job = room.submit(session, asked.id(), asked.draft(), asked.output());
        return Envelope.response(200, RenderView.of(job, address.base(request)));
    }

    @GET
    @Path("/lambda/{id}")
    public Response poll(
            @HeaderParam("Authorization") String authorization, @PathParam("id") String id, @Context UriInfo request) {
        var job = renders.of(door.user(authorization), id);
        return Envelope.response(200, RenderView.of(job, address.base(request)));
    }

    @POST
    @Path("/lambda/{id}/cancel")
    public Response cancel(
            @HeaderParam("Authorization") String authorization, @PathParam("id") String id, @Context UriInfo request) {
        var job = room.cancel(renders.of(door.user(authorization), id));
        return Envelope.response(200, RenderView.of(job, address.base(request)));
    }

    @GET
    @Path("/{id}/download")
    public Response download(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("Range") String range,
            @PathParam("id") String id) {
        var job = renders.finished(door.user(authorization), id);
        return files.film(job, range);
    }
}

package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.RenderJob;
import dev.beatcut.studio.library.RenderRoom;
import dev.beatcut.studio.library.Renders;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
@RunOnVirtualThread
@PermitAll
@Path("/api/render/proxy")
public class RenderResource {

    private final Desk desk;
    private final Renders renders;
    private final RenderRoom room;
    private final Files files;
    private final Address address;
    private final Json json;

    RenderResource(Desk desk, Renders renders, RenderRoom room, Files files, Address address, Json json) {
        this.desk = desk;
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
        return desk.answer(Endpoint.SUBMIT, authorization, context -> {
            Attribution.check(headers);
            var user = context.user();
            var asked = RenderRequest.of(json.object(body));
            var session = context.session(user, asked.session());
            var plan = context.faultPlan();
            var job = plan.intake().take(room, session, asked, plan.renderQueue());
            return told(context, job, request);
        });
    }

    @GET
    @Path("/lambda/{id}")
    public Response poll(
            @HeaderParam("Authorization") String authorization, @PathParam("id") String id, @Context UriInfo request) {
        return desk.answer(Endpoint.POLL, authorization, context -> told(context, job(context, id), request));
    }

    @POST
    @Path("/lambda/{id}/cancel")
    public Response cancel(
            @HeaderParam("Authorization") String authorization, @PathParam("id") String id, @Context UriInfo request) {
        return desk.answer(
                Endpoint.CANCEL, authorization, context -> told(context, room.cancel(job(context, id)), request));
    }

    @GET
    @Path("/{id}/download")
    public Response download(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("Range") String range,
            @PathParam("id") String id) {
        return desk.answer(
                Endpoint.DOWNLOAD, authorization, context -> files.film(renders.finished(context.user(), id), range));
    }

    private RenderJob job(RequestContext context, String id) {
        var user = context.user();
        return context.faultPlan().renderMemory().recall(room, user, id);
    }

    private Response told(RequestContext context, RenderJob job, UriInfo request) {
        var whole = RenderView.of(job, address.base(request));
        return Envelope.response(200, context.faultPlan().renderShape().of(whole));
    }
}

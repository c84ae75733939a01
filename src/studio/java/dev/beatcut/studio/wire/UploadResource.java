package dev.beatcut.studio.wire;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Map;

/** §1.4: files come as multipart or are fetched by URL; all of a call are kept, or none. */
@RunOnVirtualThread
@PermitAll
@Path("/api/upload-video/{agent}/{user}/{session}")
public class UploadResource {

    private final Desk desk;
    private final Arrivals arrivals;
    private final Address address;

    UploadResource(Desk desk, Arrivals arrivals, Address address) {
        this.desk = desk;
        this.arrivals = arrivals;
        this.address = address;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response upload(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("Content-Type") String contentType,
            @PathParam("user") String named,
            @PathParam("session") String id,
            @Context UriInfo request,
            InputStream body) {
        return desk.answer(Endpoint.UPLOAD, authorization, context -> {
            var session = context.session(context.user(named), id);
            var brought = arrivals.take(session, contentType, body, address.base(request));
            return Envelope.ok(
                    Map.of("files", brought.stream().map(MediaView::of).toList(), "session_state_applied", true));
        });
    }
}

package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.Renders;
import dev.beatcut.studio.library.Shelf;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The links behind {@code cdn_url} and {@code output.url}: who knows one may read the file, as on a CDN. */
@RunOnVirtualThread
@PermitAll
@Path("/studio")
public class FileResource {

    private final Desk desk;
    private final Shelf shelf;
    private final Renders renders;
    private final Files files;

    FileResource(Desk desk, Shelf shelf, Renders renders, Files files) {
        this.desk = desk;
        this.shelf = shelf;
        this.renders = renders;
        this.files = files;
    }

    @GET
    @Path("/media/{id}/{name}")
    public Response media(@PathParam("id") String id, @HeaderParam("Range") String range) {
        return desk.answer(Endpoint.LINK, null, context -> files.media(shelf.media(id), range));
    }

    @GET
    @Path("/films/{capability}/{name}")
    public Response film(
            @PathParam("capability") String capability,
            @PathParam("name") String name,
            @HeaderParam("Range") String range) {
        return desk.answer(Endpoint.LINK, null, context -> {
            var job = renders.film(capability);
            return name.endsWith(".jpg") ? files.poster(job, range) : files.film(job, range);
        });
    }
}

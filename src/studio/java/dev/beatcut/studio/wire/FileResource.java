package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.Renders;
import dev.beatcut.studio.library.Shelf;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The links behind {@code cdn_url} and {@code output.url}: who knows one may read the file, as on a CDN. */
@Enveloped
@RunOnVirtualThread
@Path("/studio")
public class FileResource {

    private final Shelf shelf;
    private final Renders renders;
    private final Files files;

    FileResource(Shelf shelf, Renders renders, Files files) {
        this.shelf = shelf;
        this.renders = renders;
        this.files = files;
    }

    @GET
    @Path("/media/{id}/{name}")
    public Response media(@PathParam("id") String id, @HeaderParam("Range") String range) {
        return files.media(shelf.media(id), range);
    }

    @GET
    @Path("/films/{capability}/{name}")
    public Response film(@PathParam("capability") String capability, @HeaderParam("Range") String range) {
        return files.film(renders.film(capability), range);
    }
}

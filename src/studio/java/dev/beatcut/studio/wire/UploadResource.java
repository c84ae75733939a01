package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.Analyses;
import dev.beatcut.studio.library.Delivery;
import dev.beatcut.studio.library.Session;
import dev.beatcut.studio.library.Shelf;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileUploadException;

/** §1.4: files come as multipart or are fetched by URL; all of a call are kept, or none. */
@Enveloped
@RunOnVirtualThread
@Path("/api/upload-video/{agent}/{user}/{session}")
public class UploadResource {

    private static final int MOST_URLS = 20;

    private final Door door;
    private final Shelf shelf;
    private final Analyses analyses;
    private final Fetcher fetcher;
    private final Address address;
    private final Json json;

    UploadResource(Door door, Shelf shelf, Analyses analyses, Fetcher fetcher, Address address, Json json) {
        this.door = door;
        this.shelf = shelf;
        this.analyses = analyses;
        this.fetcher = fetcher;
        this.address = address;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response upload(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("Content-Type") String contentType,
            @PathParam("user") String named,
            @PathParam("session") String id,
            @Context UriInfo request,
            InputStream body)
            throws IOException {
        var session = door.session(authorization, named, id);
        var type = Optional.ofNullable(contentType).orElse("").toLowerCase(Locale.ROOT);
        try (var delivery = shelf.delivery(address.base(request))) {
            if (type.startsWith(MediaType.MULTIPART_FORM_DATA)) {
                receive(delivery, contentType, body);
            } else if (type.startsWith(MediaType.APPLICATION_JSON)) {
                fetch(delivery, body);
            } else {
                throw Refusal.http(400, "Send multipart/form-data with \"files\", or JSON with \"urls\".");
            }
            return kept(session, delivery);
        } finally {
            body.transferTo(OutputStream.nullOutputStream());
        }
    }

    private Response kept(Session session, Delivery delivery) {
        var media = shelf.keep(session, delivery);
        media.forEach(analyses::begin);
        return Envelope.ok(Map.of(
                "files", media.stream().map(MediaView::of).toList(), "session_state_applied", true));
    }

    private static void receive(Delivery delivery, String contentType, InputStream body) throws IOException {
        int count = 0;
        try {
            var parts = Multipart.parts(contentType, body);
            while (parts.hasNext()) {
                var part = parts.next();
                if (part.getFieldName().equals("files") && part.getName() != null) {
                    delivery.receive(part.getName(), part.getInputStream());
                    count++;
                }
            }
        } catch (FileUploadException malformed) {
            throw Refusal.http(400, "The multipart body is malformed or incomplete.");
        }
        if (count == 0) {
            throw Refusal.http(400, "The multipart body holds no file under the name \"files\".");
        }
    }

    private void fetch(Delivery delivery, InputStream body) throws IOException {
        for (var url : urls(body)) {
            fetcher.fetch(url, delivery);
        }
    }

    private List<URI> urls(InputStream body) {
        var asked = json.object(body).path("urls");
        var urls = new ArrayList<URI>();
        asked.forEach(url -> urls.add(url(url.asText())));
        if (urls.isEmpty() || urls.size() > MOST_URLS) {
            throw Refusal.http(400, "\"urls\" must be a list of 1 to " + MOST_URLS + " addresses.");
        }
        return urls;
    }

    private static URI url(String said) {
        try {
            return URI.create(said.strip());
        } catch (IllegalArgumentException malformed) {
            throw Refusal.http(400, "One of \"urls\" is not an address.");
        }
    }
}

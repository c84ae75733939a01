package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.Analyses;
import dev.beatcut.studio.library.Delivery;
import dev.beatcut.studio.library.Media;
import dev.beatcut.studio.library.Session;
import dev.beatcut.studio.library.Shelf;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.fileupload2.core.FileUploadException;

/** Files of one upload call, however they come: all are kept, or none. */
@Singleton
final class Arrivals {

    private static final int MOST_URLS = 20;

    private final Shelf shelf;
    private final Analyses analyses;
    private final Fetcher fetcher;
    private final Json json;

    Arrivals(Shelf shelf, Analyses analyses, Fetcher fetcher, Json json) {
        this.shelf = shelf;
        this.analyses = analyses;
        this.fetcher = fetcher;
        this.json = json;
    }

    /** Reads {@code body} to its end whatever happens, since a client that still sends does not hear the answer. */
    List<Media> take(Session session, String contentType, InputStream body, URI base) throws IOException {
        try (var delivery = shelf.delivery(base)) {
            receive(delivery, contentType, body);
            var kept = shelf.keep(session, delivery);
            kept.forEach(analyses::begin);
            return kept;
        } finally {
            body.transferTo(OutputStream.nullOutputStream());
        }
    }

    private void receive(Delivery delivery, String contentType, InputStream body) throws IOException {
        var type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith(MediaType.MULTIPART_FORM_DATA)) {
            parts(delivery, contentType, body);
        } else if (type.startsWith(MediaType.APPLICATION_JSON)) {
            for (var url : urls(body)) {
                fetcher.fetch(url, delivery);
            }
        } else {
            throw Refusal.http(400, "Send multipart/form-data with \"files\", or JSON with \"urls\".");
        }
    }

    private static void parts(Delivery delivery, String contentType, InputStream body) throws IOException {
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

    private List<URI> urls(InputStream body) {
        var urls = new ArrayList<URI>();
        json.object(body).path("urls").forEach(url -> urls.add(url(url.asText())));
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

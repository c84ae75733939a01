package dev.beatcut.media;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.media.MediaView.UploadView;
import dev.beatcut.objects.Objects;
import dev.beatcut.outside.Outside;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Paged;
import dev.beatcut.session.Paging;
import dev.beatcut.session.Session;
import dev.beatcut.session.Sessions;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import dev.beatcut.state.Versioned;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The files of the callers' sessions. */
@Singleton
public final class Media {

    private final Sessions sessions;
    private final Records<MediaItem> items;
    private final Objects objects;
    private final InstantSource clock;
    private final Arrivals arrivals;
    private final Outside outside;
    private final Duration uploadValid;

    @Inject
    Media(
            Sessions sessions,
            Table table,
            ObjectMapper json,
            Objects objects,
            InstantSource clock,
            Arrivals arrivals,
            Outside outside,
            MediaConfig config) {
        this.sessions = sessions;
        this.items = Records.of(table, json, MediaItem.class, clock);
        this.objects = objects;
        this.clock = clock;
        this.arrivals = arrivals;
        this.outside = outside;
        this.uploadValid = config.uploadValid();
    }

    /** Refuses what can be refused by name and size, else says where to put the bytes; or lets the upstream fetch a URL. */
    MediaView bring(String sessionId, String own, NewMedia file) {
        if (file == null) {
            throw Problem.invalid("The body is missing.", "Send {\"name\", \"size\", \"type\"} or {\"url\"}.");
        }
        var session = sessions.mine(sessionId);
        return file.url() == null ? await(session, own, file) : fetch(session, own, file);
    }

    private MediaView await(Session session, String own, NewMedia file) {
        var format = FileRules.check(file);
        var item = insert(session, item(session, own, file.name(), format, file.size(), null, MediaStatus.WAITING));
        var arrival = objects.arrival(item.object(), item.size(), item.format().type(), uploadValid);
        return MediaView.of(item, UploadView.of(arrival, clock.instant().plus(uploadValid)));
    }

    private MediaView fetch(Session session, String own, NewMedia file) {
        outside.check(file.url());
        var name = file.name() == null ? fileName(file.url()) : file.name();
        var format = name.contains(".") ? FileRules.format(name, "") : null;
        var item = item(session, own, name, format, 0, file.url(), MediaStatus.HANDING_OVER);
        return MediaView.of(arrivals.inBackground(session, insert(session, item)));
    }

    private static String fileName(URI url) {
        var path = url.getPath() == null ? "" : url.getPath();
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? url.getHost() : name;
    }

    private MediaItem item(
            Session session, String own, String name, Format format, long size, URI url, MediaStatus status) {
        var id = IdKind.MEDIA.in(session, own);
        return new MediaItem(
                id,
                session.owner(),
                session.id(),
                name,
                format,
                size,
                url,
                status,
                clock.instant(),
                null,
                null,
                null,
                null);
    }

    /** A request that comes again finds what it made. */
    private MediaItem insert(Session session, MediaItem item) {
        var key = MediaItem.key(session, item.id());
        var due = item.url() == null ? null : clock.instant().plus(Arrivals.HANDOVER_AT_MOST);
        return items.get(key)
                .orElseGet(() -> items.insert(key, item, due, null))
                .value();
    }

    MediaView complete(String sessionId, String id) {
        return MediaView.of(arrivals.complete(sessions.mine(sessionId), find(sessionId, id)));
    }

    MediaView get(String sessionId, String id) {
        return MediaView.of(find(sessionId, id).value());
    }

    Paged<MediaView> list(String sessionId, Paging paging) {
        var partition = sessions.mine(sessionId).partition(MediaItem.ROOM);
        return Paged.of(items.list(partition, "", paging.limit(), paging.after()))
                .map(MediaView::of);
    }

    /**
     * What the files that a message names are called upstream.
     *
     * @throws Problem NOT_FOUND for another session's, FILE_INCOMPLETE for one that is not there yet
     */
    public List<String> names(Session session, List<String> ids) {
        return ids.stream()
                .map(id -> find(session.id(), id).value())
                .map(Media::readyName)
                .toList();
    }

    private static String readyName(MediaItem item) {
        if (item.status() != MediaStatus.READY) {
            throw new Problem(
                    ProblemCode.FILE_INCOMPLETE,
                    "\"" + item.name() + "\" is " + item.status() + ", not READY.",
                    "Complete it first, or leave it out.");
        }
        return item.name();
    }

    void carryOn(MediaItem item) {
        arrivals.settle(sessions.of(item.owner(), item.session()), item);
    }

    private Versioned<MediaItem> find(String sessionId, String id) {
        var session = sessions.mine(sessionId);
        if (!IdKind.MEDIA.sessionOf(id).equals(sessionId)) {
            throw IdKind.MEDIA.notFound(id);
        }
        return items.get(MediaItem.key(session, id)).orElseThrow(() -> IdKind.MEDIA.notFound(id));
    }
}

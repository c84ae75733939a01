package dev.beatcut.media;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.time.InstantSource;
import java.util.List;

/** The files of the callers' sessions. */
@Singleton
public final class Media {

    /** Where the deployment's own people put what functions are to take; callers' files lie elsewhere. */
    private static final String INCOMING = "incoming/";

    private final Sessions sessions;
    private final Records<MediaItem> items;
    private final InstantSource clock;
    private final Arrivals arrivals;
    private final Links links;
    private final Objects objects;
    private final Uploads uploads;
    private final Leftovers leftovers;
    private final boolean livesOn;

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
        this.clock = clock;
        this.arrivals = arrivals;
        this.objects = objects;
        this.links = new Links(items, outside, clock, arrivals::inBackground);
        this.uploads = new Uploads(items, objects, clock, config.uploadValid(), config.uploadGrace());
        this.leftovers = new Leftovers(items, objects, clock);
        this.livesOn = config.livesOn();
    }

    /** Refuses what can be refused by name and size, else says where to put the bytes; or lets the upstream fetch a URL. */
    MediaView bring(String sessionId, String own, NewMedia file) {
        return bring(sessionId, own, file, livesOn);
    }

    /** @param here whether this process is there until a URL is fetched; else whoever sweeps sees to it, at once */
    MediaView bring(String sessionId, String own, NewMedia file, boolean here) {
        if (file == null) {
            throw Problem.invalid("The body is missing.", "Send {\"name\", \"size\", \"type\"} or {\"url\"}.");
        }
        var session = sessions.mine(sessionId);
        return file.url() == null ? await(session, own, file) : links.open(session, own, file, here);
    }

    private MediaView await(Session session, String own, NewMedia file) {
        var format = FileRules.check(file);
        var id = IdKind.MEDIA.in(session, own);
        var item = MediaItem.awaited(id, session, file.name(), format, file.size(), clock.instant());
        return uploads.open(MediaItem.key(session, id), item, file.inParts());
    }

    /**
     * A file that lies in the object store already; it is copied and stays where it is.
     *
     * @param name or null: the last part of its key
     */
    MediaView take(String sessionId, String own, String key, String name) {
        if (!key.startsWith(INCOMING) || key.contains("..")) {
            throw Problem.invalid(
                    "The key \"" + key + "\" is not in the folder " + INCOMING + ".",
                    "Put the file there, and name it as it stands in the bucket: \"" + INCOMING + "clip.mp4\".");
        }
        var stored = objects.stat(key).orElseThrow(() -> Problem.notFound("object", key));
        var file = new NewMedia(
                name == null ? key.substring(key.lastIndexOf('/') + 1) : name, stored.size(), null, null, null);
        var brought = bring(sessionId, own, file);
        if (brought.status() == MediaStatus.WAITING) {
            var item = find(sessionId, brought.id()).value();
            objects.copy(key, item.object());
            return complete(sessionId, item.id());
        }
        return brought;
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

    /** What is due: a file in nobody's hands, or one that nobody completed. */
    void carryOn(Versioned<MediaItem> read) {
        var item = read.value();
        switch (item.status()) {
            case HANDING_OVER -> arrivals.settle(sessions.of(item.owner(), item.session()), item);
            case WAITING, REFUSED, EXPIRED -> leftovers.clear(read);
            case READY -> {} // its end was written with no due time
        }
    }

    private Versioned<MediaItem> find(String sessionId, String id) {
        var session = sessions.mine(sessionId);
        if (!IdKind.MEDIA.sessionOf(id).equals(sessionId)) {
            throw IdKind.MEDIA.notFound(id);
        }
        return items.get(MediaItem.key(session, id)).orElseThrow(() -> IdKind.MEDIA.notFound(id));
    }
}

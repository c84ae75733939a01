package dev.beatcut.media;

import dev.beatcut.nemo.UploadedFile;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemBody;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Session;
import dev.beatcut.state.Key;
import java.net.URI;
import java.time.Instant;

/**
 * A file that a caller brings.
 *
 * @param format null while it is not known (a URL that does not tell)
 * @param size bytes, 0 while it is not known
 * @param url where the upstream fetches it; null if its bytes are put here
 * @param busyUntil while it is handed over: from then on somebody else may take over
 * @param problem why it was refused, or null
 * @param seen the file as the upstream keeps it, or null
 * @param upstream id of the upstream session that it was last given to, or null
 * @param upload the object store's id of an upload in parts, or null
 */
record MediaItem(
        String id,
        String owner,
        String session,
        String name,
        Format format,
        long size,
        URI url,
        MediaStatus status,
        Instant createdAt,
        Instant busyUntil,
        ProblemBody problem,
        UploadedFile seen,
        String upstream,
        String upload) {

    static final String ROOM = "media";

    /** Its bytes are to be put here. */
    static MediaItem awaited(String id, Session session, String name, Format format, long size, Instant now) {
        return new MediaItem(
                id,
                session.owner(),
                session.id(),
                name,
                format,
                size,
                null,
                MediaStatus.WAITING,
                now,
                null,
                null,
                null,
                null,
                null);
    }

    /** The upstream is to fetch it. */
    static MediaItem linked(String id, Session session, String name, Format format, URI url, Instant now) {
        return new MediaItem(
                id,
                session.owner(),
                session.id(),
                name,
                format,
                0,
                url,
                MediaStatus.HANDING_OVER,
                now,
                null,
                null,
                null,
                null,
                null);
    }

    static Key key(Session session, String id) {
        return new Key(session.partition(ROOM), IdKind.MEDIA.own(id));
    }

    /** Where its bytes are put. It ends in the file's name as far as keys allow: an upstream that fetches it sees no other. */
    String object() {
        var dot = name.lastIndexOf('.');
        var stem = (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^A-Za-z0-9_-]", "_");
        return ROOM + "/" + IdKind.SESSION.own(session) + "/" + IdKind.MEDIA.own(id) + "/" + stem + "."
                + format.extension();
    }

    MediaItem handingOver(Instant until) {
        return with(MediaStatus.HANDING_OVER, until, null, null, upstream);
    }

    /** The upstream did not take it now: its owner completes it again, or what was to be fetched is fetched later. */
    MediaItem later(String upstreamSession) {
        return with(url == null ? MediaStatus.WAITING : MediaStatus.HANDING_OVER, null, null, null, upstreamSession);
    }

    MediaItem ready(UploadedFile there, String upstreamSession) {
        return with(MediaStatus.READY, null, null, there, upstreamSession);
    }

    MediaItem refused(ProblemBody why, String upstreamSession) {
        return with(MediaStatus.REFUSED, null, why, null, upstreamSession);
    }

    MediaItem expired() {
        return with(MediaStatus.EXPIRED, null, ProblemBody.of(overdue()), null, upstream);
    }

    private Problem overdue() {
        return new Problem(
                ProblemCode.UPLOAD_EXPIRED,
                "\"" + name + "\" was announced and not completed in time; what had arrived of it is deleted.",
                "Bring it again: POST its name, size and type under a new Idempotency-Key.");
    }

    MediaItem inParts(String storesId) {
        return new MediaItem(
                id, owner, session, name, format, size, url, status, createdAt, null, null, null, upstream, storesId);
    }

    /** Without what may be all that protects the file, here and upstream. */
    @Override
    public String toString() {
        return "MediaItem[id=" + id + ", name=" + name + ", url=" + NewMedia.place(url) + ", status=" + status
                + ", busyUntil=" + busyUntil + ", upstream=" + upstream + "]";
    }

    private MediaItem with(MediaStatus next, Instant busy, ProblemBody why, UploadedFile there, String where) {
        return new MediaItem(
                id, owner, session, name, format, size, url, next, createdAt, busy, why, there, where, upload);
    }

    /** Whether it was given to that upstream session, whatever came of it. */
    boolean wasGivenTo(Session session) {
        return session.upstream().sessionId().equals(upstream) && status != MediaStatus.HANDING_OVER;
    }
}

package dev.beatcut.media;

import dev.beatcut.nemo.UploadedFile;
import dev.beatcut.problem.ProblemBody;
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
        UploadedFile seen) {

    static final String ROOM = "media";

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
        return with(MediaStatus.HANDING_OVER, until, null, null);
    }

    MediaItem waiting() {
        return with(MediaStatus.WAITING, null, null, null);
    }

    MediaItem ready(UploadedFile upstream) {
        return with(MediaStatus.READY, null, null, upstream);
    }

    MediaItem refused(ProblemBody why) {
        return with(MediaStatus.REFUSED, null, why, null);
    }

    private MediaItem with(MediaStatus next, Instant busy, ProblemBody why, UploadedFile upstream) {
        return new MediaItem(id, owner, session, name, format, size, url, next, createdAt, busy, why, upstream);
    }
}

package dev.beatcut.session;

import dev.beatcut.access.Profile;
import dev.beatcut.nemo.OpenedSession;
import dev.beatcut.problem.ProblemBody;
import dev.beatcut.state.Ids;
import dev.beatcut.state.Key;
import java.time.Instant;
import java.util.Locale;

/**
 * A project.
 *
 * @param language of the caller, such as {@code en} or {@code zh-CN}
 * @param upstream where it lives upstream
 * @param move how it came there if the upstream had lost it, or null
 */
public record Session(
        String id,
        String owner,
        String name,
        Profile profile,
        String language,
        Instant createdAt,
        OpenedSession upstream,
        Move move) {

    /**
     * The upstream no longer knew the project, and it lives in a new upstream session.
     *
     * @param told what its owner has to know; null while files are still handed over again
     */
    record Move(Instant since, ProblemBody told) {}

    static Key key(String owner, String id) {
        return new Key(allOf(owner), Ids.newestFirst(IdKind.SESSION.own(id)));
    }

    static String allOf(String owner) {
        return "session/" + owner;
    }

    Session movedTo(OpenedSession opened, Instant now) {
        return with(opened, new Move(now, null));
    }

    Session told(ProblemBody what) {
        return with(upstream, new Move(move.since(), what));
    }

    private Session with(OpenedSession opened, Move how) {
        return new Session(id, owner, name, profile, language, createdAt, opened, how);
    }

    boolean isMoving() {
        return move != null && move.told() == null;
    }

    boolean livesIn(OpenedSession other) {
        return upstream.sessionId().equals(other.sessionId());
    }

    /** Where a room keeps what belongs to this session. */
    public String partition(String room) {
        return partition(room, owner, id);
    }

    /** As above, for a thing that knows its session by id. */
    public static String partition(String room, String owner, String id) {
        return room + "/" + owner + "/" + IdKind.SESSION.own(id);
    }

    public boolean speaksChinese() {
        return language.toLowerCase(Locale.ROOT).startsWith("zh");
    }
}

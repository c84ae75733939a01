package dev.beatcut.session;

import dev.beatcut.access.Profile;
import dev.beatcut.nemo.OpenedSession;
import dev.beatcut.state.Ids;
import dev.beatcut.state.Key;
import java.time.Instant;
import java.util.Locale;

/**
 * A project.
 *
 * @param language of the caller, such as {@code en} or {@code zh-CN}
 * @param upstream where it lives upstream
 */
public record Session(
        String id,
        String owner,
        String name,
        Profile profile,
        String language,
        Instant createdAt,
        OpenedSession upstream) {

    static Key key(String owner, String id) {
        return new Key(allOf(owner), Ids.newestFirst(IdKind.SESSION.own(id)));
    }

    static String allOf(String owner) {
        return "session/" + owner;
    }

    /** Where a room keeps what belongs to this session. */
    public String partition(String room) {
        return room + "/" + owner + "/" + IdKind.SESSION.own(id);
    }

    public boolean speaksChinese() {
        return language.toLowerCase(Locale.ROOT).startsWith("zh");
    }
}

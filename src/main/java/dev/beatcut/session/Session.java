package dev.beatcut.session;

import dev.beatcut.access.Profile;
import dev.beatcut.nemo.OpenedSession;
import dev.beatcut.state.Ids;
import dev.beatcut.state.Key;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
        return new Key(partition(owner), Ids.newestFirst(IdKind.SESSION.own(id)));
    }

    static String partition(String owner) {
        return "session/" + encoded(owner);
    }

    /** Where a room keeps what belongs to this session. */
    public String partition(String room) {
        return room + "/" + encoded(owner) + "/" + IdKind.SESSION.own(id);
    }

    private static String encoded(String owner) {
        return URLEncoder.encode(owner, StandardCharsets.UTF_8);
    }

    public boolean speaksChinese() {
        return language.toLowerCase(Locale.ROOT).startsWith("zh");
    }
}

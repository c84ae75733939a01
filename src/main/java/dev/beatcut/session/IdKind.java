package dev.beatcut.session;

import dev.beatcut.problem.Problem;
import dev.beatcut.state.Ids;

/**
 * What an id names. A session's id is its kind and a random name; the id of a thing in a session holds the session's
 * name and its own, so that its key is found without a search.
 */
public enum IdKind {
    SESSION("ses_", "session"),
    MEDIA("med_", "media item"),
    TURN("trn_", "turn"),
    RENDER("rnd_", "render");

    private final String prefix;
    private final String word;

    IdKind(String prefix, String word) {
        this.prefix = prefix;
        this.word = word;
    }

    static String session(String own) {
        return SESSION.prefix + own;
    }

    /** @param own the thing's own name, from {@link Ids} */
    public String in(Session session, String own) {
        return prefix + SESSION.own(session.id()) + own;
    }

    /** The id of the session that {@code id} lives in. */
    public String sessionOf(String id) {
        check(id);
        return SESSION.prefix + id.substring(prefix.length(), prefix.length() + Ids.LENGTH);
    }

    /** A thing's own name. */
    public String own(String id) {
        check(id);
        return id.substring(id.length() - Ids.LENGTH);
    }

    private void check(String id) {
        int names = this == SESSION ? 1 : 2;
        boolean known = id.startsWith(prefix) && id.length() == prefix.length() + names * Ids.LENGTH;
        if (!known || !Ids.wellFormed(id.substring(prefix.length()))) {
            throw notFound(id);
        }
    }

    public Problem notFound(String id) {
        return Problem.notFound(word, id);
    }
}

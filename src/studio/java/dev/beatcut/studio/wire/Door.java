package dev.beatcut.studio.wire;

import dev.beatcut.problem.Problem;
import dev.beatcut.studio.library.Accounts;
import dev.beatcut.studio.library.Session;
import dev.beatcut.studio.library.Sessions;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Who comes in: the Bearer token, and {@code me} or the real user id in paths. */
@Singleton
final class Door {

    private static final String SCHEME = "bearer ";

    private final Accounts accounts;
    private final Sessions sessions;

    Door(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** The user whose token this is; 1001 for none, an unknown or an expired one. */
    String user(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(said -> said.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(said -> said.substring(SCHEME.length()).strip())
                .filter(token -> !token.isEmpty())
                .flatMap(accounts::user)
                .orElseThrow(Refusal::badToken);
    }

    /** The same, where a path names the user too. */
    String user(String authorization, String named) {
        var user = user(authorization);
        if (!named.equals("me") && !named.equals(user)) {
            throw Refusal.inBody(1002, "The path names another user than the token. Use \"me\".");
        }
        return user;
    }

    /** A session of the caller; 1002 for any other. */
    Session session(String authorization, String named, String id) {
        return session(user(authorization, named), id);
    }

    Session session(String user, String id) {
        try {
            return sessions.of(user, id);
        } catch (Problem gone) {
            throw Refusal.inBody(1002, gone.detail() + " " + gone.next());
        }
    }
}

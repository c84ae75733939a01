package dev.beatcut.studio.wire;

import dev.beatcut.problem.Problem;
import dev.beatcut.studio.library.Accounts;
import dev.beatcut.studio.library.Session;
import dev.beatcut.studio.library.Sessions;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Who comes in: Bearer tokens and the sessions of their users. */
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
        return token(authorization).flatMap(accounts::user).orElseThrow(Refusal::badToken);
    }

    /** A session of {@code user}; 1002 for any other. */
    Session session(String user, String id) {
        try {
            return sessions.of(user, id);
        } catch (Problem gone) {
            throw gone(gone);
        }
    }

    /** Ends a good token before its time; its client gets another one. */
    Refusal expire(String authorization) {
        token(authorization).ifPresent(accounts::expire);
        return Refusal.badToken();
    }

    /** Forgets a session for good. */
    Refusal forget(Session session) {
        return gone(sessions.forget(session.id()));
    }

    private static Refusal gone(Problem gone) {
        return Refusal.inBody(1002, gone.detail() + " " + gone.next());
    }

    private static Optional<String> token(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(said -> said.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(said -> said.substring(SCHEME.length()).strip())
                .filter(token -> !token.isEmpty());
    }
}

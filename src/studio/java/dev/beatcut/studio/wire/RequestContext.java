package dev.beatcut.studio.wire;

import dev.beatcut.state.Pause;
import dev.beatcut.studio.library.Session;

/** One request under way: who asks, and how they are treated. */
final class RequestContext {

    private final Door door;
    private final String authorization;
    private final FaultPlan faultPlan;
    private final ClientConnection connection;
    private final Pause pause;

    RequestContext(Door door, String authorization, FaultPlan faultPlan, ClientConnection connection, Pause pause) {
        this.door = door;
        this.authorization = authorization;
        this.faultPlan = faultPlan;
        this.connection = connection;
        this.pause = pause;
    }

    FaultPlan faultPlan() {
        return faultPlan;
    }

    ClientConnection connection() {
        return connection;
    }

    Pause pause() {
        return pause;
    }

    /** The user whose token this is; 1001 for none, an unknown or an expired one. */
    String user() {
        var user = door.user(authorization);
        faultPlan.admission().token(door, authorization);
        return user;
    }

    /** The same, where a path names the user too: {@code me} or the real id. */
    String user(String named) {
        return named(named, user());
    }

    /** @return {@code user}, if {@code named} means them too; else 1002 */
    static String named(String named, String user) {
        if (!named.equals("me") && !named.equals(user)) {
            throw Refusal.inBody(1002, "The path names another user than the token. Use \"me\".");
        }
        return user;
    }

    /** A session of {@code user}; 1002 for any other. */
    Session session(String user, String id) {
        var session = door.session(user, id);
        faultPlan.admission().session(door, session);
        return session;
    }
}

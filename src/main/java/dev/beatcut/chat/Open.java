package dev.beatcut.chat;

import dev.beatcut.session.IdKind;
import dev.beatcut.session.Session;
import dev.beatcut.state.Key;
import java.time.Instant;

/** Marks a turn that is not over, under its session, in order; it is due until it is deleted. */
record Open(String owner, String session, String turn, Instant since) {

    static final String ROOM = "turn-open";

    static String partition(Session session) {
        return session.partition(ROOM);
    }

    static Key key(Session session, String turn) {
        return new Key(partition(session), IdKind.TURN.own(turn));
    }
}

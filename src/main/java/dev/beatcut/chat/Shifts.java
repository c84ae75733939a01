package dev.beatcut.chat;

import dev.beatcut.session.Session;
import dev.beatcut.state.Heart;
import dev.beatcut.state.Key;
import dev.beatcut.state.Lease;
import dev.beatcut.state.Pause;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Who may work on a session, and what keeps the time. */
record Shifts(Lease lease, InstantSource clock, Pause pause, Heart heart) {

    /** Empty while somebody else is at it. */
    Optional<Shift> begin(Session session, Instant leave) {
        var key = new Key(session.partition("turn-lease"), "lease");
        return lease.hold(key, UUID.randomUUID().toString(), heart).map(hold -> new Shift(this, hold, leave));
    }
}

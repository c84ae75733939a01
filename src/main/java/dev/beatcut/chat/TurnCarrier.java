package dev.beatcut.chat;

import dev.beatcut.state.Carrier;
import dev.beatcut.state.Key;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Carries on turns that are not over: those that wait, and those whose process died. */
@Singleton
public final class TurnCarrier implements Carrier {

    private final Turns turns;

    TurnCarrier(Turns turns) {
        this.turns = turns;
    }

    @Override
    public boolean carries(Key key) {
        return key.partition().startsWith(Open.ROOM + "/");
    }

    @Override
    public void carryOn(Key key, Instant leave) {
        turns.carryOn(key, leave);
    }

    /** A turn mostly waits for its stream. */
    @Override
    public int atOnce() {
        return 1000;
    }
}

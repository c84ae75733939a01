package dev.beatcut.render;

import dev.beatcut.state.Carrier;
import dev.beatcut.state.Key;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Carries on exports whose next step is due. */
@Singleton
public final class RenderCarrier implements Carrier {

    /** With less than that left none is begun: it would be in hands that are gone. */
    private static final Duration A_STEP = Duration.ofSeconds(15);

    private final Renders renders;
    private final InstantSource clock;

    RenderCarrier(Renders renders, InstantSource clock) {
        this.renders = renders;
        this.clock = clock;
    }

    @Override
    public boolean carries(Key key) {
        return key.partition().startsWith(Render.ROOM + "/");
    }

    @Override
    public void carryOn(Key key, Instant leave) {
        if (clock.instant().isBefore(leave.minus(A_STEP))) {
            renders.carryOn(key);
        }
    }

    /** A step mostly waits for somebody else; what needs the disk has places of its own. */
    @Override
    public int atOnce() {
        return 1000;
    }
}

package dev.beatcut.render;

import dev.beatcut.state.Carrier;
import dev.beatcut.state.Key;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Carries on exports whose next step is due. */
@Singleton
public final class RenderCarrier implements Carrier {

    private final Renders renders;

    RenderCarrier(Renders renders) {
        this.renders = renders;
    }

    @Override
    public boolean carries(Key key) {
        return key.partition().startsWith(Render.ROOM + "/");
    }

    @Override
    public void carryOn(Key key, Instant leave) {
        renders.carryOn(key);
    }
}

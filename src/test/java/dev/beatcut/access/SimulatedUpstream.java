package dev.beatcut.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.nemo.InProcessNemo;
import dev.beatcut.nemo.Nemo;
import dev.beatcut.state.Table;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The real {@link Upstream}, for processes that live on a virtual clock. */
public final class SimulatedUpstream {

    private SimulatedUpstream() {}

    public static Upstream of(
            Table table,
            ObjectMapper json,
            InstantSource clock,
            Nemo nemo,
            Consumer<Duration> sleep,
            Supplier<String> ids) {
        return of(table, json, clock, nemo, sleep, ids, OwnToken.NONE);
    }

    public static Upstream of(
            Table table,
            ObjectMapper json,
            InstantSource clock,
            Nemo nemo,
            Consumer<Duration> sleep,
            Supplier<String> ids,
            OwnToken ownToken) {
        return new Upstream(
                table,
                json,
                clock,
                nemo::anonymousToken,
                new Patience(sleep),
                ids,
                InProcessNemo.ADDRESS,
                ownToken,
                null,
                new Attributions("1.0.0", "unknown"));
    }
}

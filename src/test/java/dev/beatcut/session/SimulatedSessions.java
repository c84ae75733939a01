package dev.beatcut.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.access.CurrentOwner;
import dev.beatcut.access.Owner;
import dev.beatcut.access.Upstream;
import dev.beatcut.nemo.Nemo;
import dev.beatcut.state.Heart;
import dev.beatcut.state.Pause;
import dev.beatcut.state.Table;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The real {@link Sessions}, for processes that live on a virtual clock. */
public record SimulatedSessions(Sessions sessions) {

    public static SimulatedSessions of(
            Table table,
            ObjectMapper json,
            InstantSource clock,
            Upstream upstream,
            Nemo nemo,
            Pause pause,
            Heart heart,
            Supplier<String> ids,
            Supplier<Holdings> holdings) {
        var caller = new CurrentOwner();
        caller.is(Owner.LOCAL);
        return new SimulatedSessions(
                new Sessions(table, json, upstream, nemo, caller, clock, pause, heart, ids, holdings));
    }

    public Session open(String own, String language) {
        return sessions.open(own, new OpenSession(null, language, null), null);
    }
}

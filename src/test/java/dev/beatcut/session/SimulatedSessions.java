package dev.beatcut.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.access.CurrentOwner;
import dev.beatcut.access.Upstream;
import dev.beatcut.nemo.Nemo;
import dev.beatcut.state.Pause;
import dev.beatcut.state.Table;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** The real {@link Sessions}, for processes that live on a virtual clock. */
public record SimulatedSessions(Sessions sessions) {

    public static SimulatedSessions of(
            Table table,
            ObjectMapper json,
            InstantSource clock,
            Pause pause,
            Supplier<String> ids,
            Upstream upstream,
            Nemo nemo) {
        return new SimulatedSessions(new Sessions(
                table, json, upstream, nemo, new CurrentOwner(), clock, pause, ids, () -> SimulatedSessions::nothing));
    }

    private static Holdings.Account nothing(Session session, Project upstream, Runnable alive) {
        return new Holdings.Account(List.of(), List.of(), List.of());
    }

    public Session open(String own, String language) {
        return sessions.open(own, new OpenSession(null, language, null), null);
    }
}

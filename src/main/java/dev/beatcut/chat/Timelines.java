package dev.beatcut.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.nemo.State;
import dev.beatcut.session.Sessions;
import dev.beatcut.timeline.Draft;
import dev.beatcut.timeline.Timeline;
import jakarta.inject.Singleton;

/** What the upstream keeps of the caller's sessions, as it is now. */
@Singleton
final class Timelines {

    private final Sessions sessions;

    Timelines(Sessions sessions) {
        this.sessions = sessions;
    }

    Timeline of(String session) {
        return Draft.read(state(session).draft());
    }

    /** Tempo, beats, downbeats, sections and drops of the session's song. */
    JsonNode beats(String session) {
        return Beats.of(state(session));
    }

    private State state(String session) {
        return sessions.of(sessions.mine(session)).state();
    }
}

package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.Session;
import dev.beatcut.studio.library.Turn;
import dev.beatcut.studio.library.TurnEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** How one turn is told to one listener: what is said of it, in which dialect, and by which bytes. */
final class Story {

    private final Visit visit;
    private final Session session;
    private final Dialect dialect;
    private final boolean streaming;
    private final Duration heartbeat;

    /** @param streaming whether deltas were asked for */
    Story(Visit visit, Session session, Dialect dialect, boolean streaming, Duration heartbeat) {
        this.visit = visit;
        this.session = session;
        this.dialect = dialect;
        this.streaming = streaming || visit.manners().tongue().isStreaming();
        this.heartbeat = heartbeat;
    }

    Speaker speaker(OutputStream out) {
        var manners = visit.manners();
        var bytes = manners.portions().through(manners.cut().through(out, visit.cable()));
        return new Speaker(bytes, dialect, manners.lineEnd(), streaming, visit.pause(), heartbeat);
    }

    void tool(TurnEvent event, Speaker to) throws IOException {
        visit.manners().telling().tool(event, to);
    }

    void over(Turn turn, Speaker to) throws IOException {
        visit.manners().telling().over(turn, session, to);
    }
}

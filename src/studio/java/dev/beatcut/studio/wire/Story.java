package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.Session;
import dev.beatcut.studio.library.Turn;
import dev.beatcut.studio.library.TurnEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** How one turn is told to one listener: what is said of it, in which dialect, and by which bytes. */
final class Story {

    private final RequestContext context;
    private final Session session;
    private final Dialect dialect;
    private final boolean streaming;
    private final Duration heartbeat;

    /** @param streaming whether deltas were asked for */
    Story(RequestContext context, Session session, Dialect dialect, boolean streaming, Duration heartbeat) {
        this.context = context;
        this.session = session;
        this.dialect = dialect;
        this.streaming = streaming || context.faultPlan().dialectFault().isStreaming();
        this.heartbeat = heartbeat;
    }

    Speaker speaker(OutputStream out) {
        var faultPlan = context.faultPlan();
        var bytes = faultPlan.portions().through(faultPlan.cut().through(out, context.connection()));
        return new Speaker(bytes, dialect, faultPlan.lineEnd(), streaming, context.pause(), heartbeat);
    }

    void tool(TurnEvent event, Speaker to) throws IOException {
        context.faultPlan().telling().tool(event, to);
    }

    void over(Turn turn, Speaker to) throws IOException {
        context.faultPlan().telling().over(turn, session, to);
    }
}

package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.studio.library.StudioSettings;
import dev.beatcut.studio.library.TurnEvent;
import dev.beatcut.studio.library.Turns;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.concurrent.LinkedBlockingQueue;

/** §1.3 and §4: one message, and the stream of what becomes of it. */
@RunOnVirtualThread
@PermitAll
@Path("/run_sse")
public class RunResource {

    private final Desk desk;
    private final Turns turns;
    private final Json json;
    private final ObjectMapper mapper;
    private final StudioSettings settings;
    private final InstantSource clock;

    RunResource(Desk desk, Turns turns, Json json, ObjectMapper mapper, StudioSettings settings, InstantSource clock) {
        this.desk = desk;
        this.turns = turns;
        this.json = json;
        this.mapper = mapper;
        this.settings = settings;
        this.clock = clock;
    }

    @POST
    public Response run(@HeaderParam("Authorization") String authorization, InputStream body) {
        return desk.answer(Endpoint.RUN, authorization, context -> stream(context, body));
    }

    private Response stream(RequestContext context, InputStream body) {
        var user = context.user();
        var asked = RunRequest.of(json.object(body));
        var session = context.session(RequestContext.named(asked.user(), user), asked.session());
        var seen = new LinkedBlockingQueue<TurnEvent>();
        var turn = turns.begin(session, asked.text(), seen::add);
        var dialect = context.faultPlan().dialectFault().dialect(mapper, clock, "e-" + turn.id());
        var story = new Story(context, session, dialect, asked.streaming(), settings.heartbeat());
        return Response.ok(new TurnStream(turns, turn.id(), seen, story, settings.heartbeat()))
                .type("text/event-stream")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("X-Accel-Buffering", "no")
                .build();
    }
}

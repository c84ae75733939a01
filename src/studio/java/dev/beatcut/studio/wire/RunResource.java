package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.studio.library.StudioSettings;
import dev.beatcut.studio.library.TurnEvent;
import dev.beatcut.studio.library.Turns;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.concurrent.LinkedBlockingQueue;

/** §1.3 and §4: one message, and the stream of what becomes of it. */
@Enveloped
@RunOnVirtualThread
@Path("/run_sse")
public class RunResource {

    private final Door door;
    private final Turns turns;
    private final Json json;
    private final ObjectMapper mapper;
    private final StudioSettings settings;
    private final InstantSource clock;

    RunResource(Door door, Turns turns, Json json, ObjectMapper mapper, StudioSettings settings, InstantSource clock) {
        this.door = door;
        this.turns = turns;
        this.json = json;
        this.mapper = mapper;
        this.settings = settings;
        this.clock = clock;
    }

    @POST
    public Response run(@HeaderParam("Authorization") String authorization, InputStream body) {
        var user = door.user(authorization);
        var asked = RunRequest.of(json.object(body));
        var session = door.session(authorization, asked.user(), asked.session());
        var seen = new LinkedBlockingQueue<TurnEvent>();
        var turn = turns.begin(session, asked.text(), seen::add);
        var events = new AdkEvents(mapper, clock, "e-" + turn.id());
        return Response.ok(new TurnStream(turns, turn.id(), seen, events, settings.heartbeat(), asked.streaming()))
                .type("text/event-stream")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("X-Accel-Buffering", "no")
                .build();
    }
}

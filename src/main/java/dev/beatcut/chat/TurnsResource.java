package dev.beatcut.chat;

import dev.beatcut.session.Paged;
import dev.beatcut.session.Paging;
import dev.beatcut.session.Wait;
import dev.beatcut.state.Idempotent;
import dev.beatcut.state.RequestId;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/sessions/{session}/turns")
@RunOnVirtualThread
@Tag(name = "Turns", description = "Say what to make of the files, in plain words")
public class TurnsResource {

    private final Turns turns;
    private final TurnStream stream;
    private final RequestId request;

    TurnsResource(Turns turns, TurnStream stream, RequestId request) {
        this.turns = turns;
        this.stream = stream;
        this.request = request;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "say",
            summary = "Say something",
            description =
                    "Edits and exports go one at a time, in order, and go on when the caller leaves. With `Accept:"
                            + " text/event-stream` the reply comes as it is spoken: events `text`, `note`, `done`, or `left`"
                            + " for a listener that reads nothing for 30 s, or whose time is up (behind a gateway, 25 s).")
    @APIResponse(
            responseCode = "202",
            description = "The turn; ask for it until it is DONE or FAILED",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TurnView.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class))
            })
    public Response say(@PathParam("session") String session, @BeanParam Wait wait, NewTurn said) {
        var turn = turns.say(session, request.value(), said, wait.duration());
        return Response.accepted(turn)
                .header(HttpHeaders.LOCATION, "/turns/" + turn.id())
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
    @Blocking
    @Idempotent
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> sayAndListen(@PathParam("session") String session, NewTurn said, @Context Sse sse) {
        return stream.play(turns.say(session, request.value(), said), sse);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listTurns", summary = "The turns of a project, in order")
    public Paged<TurnView> list(@PathParam("session") String session, @BeanParam Paging paging) {
        return turns.list(session, paging);
    }
}

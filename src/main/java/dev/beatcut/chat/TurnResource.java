package dev.beatcut.chat;

import dev.beatcut.session.Wait;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/turns/{turn}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Turns")
public class TurnResource {

    private final Turns turns;

    TurnResource(Turns turns) {
        this.turns = turns;
    }

    @GET
    @Operation(operationId = "getTurn", summary = "One turn: status, reply, what changed, notes, the export it started")
    public TurnView get(@PathParam("turn") String turn, @BeanParam Wait wait) {
        return turns.get(turn, wait.duration());
    }
}

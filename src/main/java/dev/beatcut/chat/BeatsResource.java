package dev.beatcut.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/sessions/{session}/beats")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Timeline")
public class BeatsResource {

    private final Timelines timelines;

    BeatsResource(Timelines timelines) {
        this.timelines = timelines;
    }

    @GET
    @Operation(
            operationId = "getBeats",
            summary = "What was heard in the song: tempo, beats, downbeats, sections, drops; milliseconds in the song")
    @APIResponse(
            responseCode = "200",
            description = "The beats",
            content = @Content(schema = @Schema(implementation = Object.class)))
    public JsonNode beats(@PathParam("session") String session) {
        return timelines.beats(session);
    }
}

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
            summary = "What was heard in the song: tempo, beats, downbeats, sections, drops; milliseconds in the song",
            description =
                    "Of the song on the timeline, else of the first one that was brought. What was heard wrongly is"
                            + " put right by a message (POST /sessions/{session}/turns), which also cuts the film anew: \"double"
                            + " the tempo\", \"half the tempo\", \"the first downbeat is at 0:03.2\", \"shift the beats by 20 ms\","
                            + " \"reset the beats\"; \"corrected\" is true from then on, and \"offset\" tells the shift.")
    @APIResponse(
            responseCode = "200",
            description = "The beats",
            content = @Content(schema = @Schema(implementation = Object.class)))
    public JsonNode beats(@PathParam("session") String session) {
        return timelines.beats(session);
    }
}

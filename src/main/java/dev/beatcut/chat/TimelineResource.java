package dev.beatcut.chat;

import dev.beatcut.timeline.Picture;
import dev.beatcut.timeline.Summary;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/sessions/{session}/timeline")
@RunOnVirtualThread
@Tag(name = "Timeline", description = "What the turns have made so far: JSON, one line of text, or a picture")
public class TimelineResource {

    private final Timelines timelines;

    TimelineResource(Timelines timelines) {
        this.timelines = timelines;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getTimeline", summary = "Tracks and segments")
    public TimelineView tracks(@PathParam("session") String session) {
        return TimelineView.of(session, timelines.of(session));
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN + ";qs=0.5")
    @Operation(operationId = "getTimelineSummary", summary = "The one-line summary")
    public String summary(@PathParam("session") String session) {
        return Summary.of(timelines.of(session));
    }

    @GET
    @Produces("image/svg+xml;qs=0.4")
    @Operation(operationId = "getTimelinePicture", summary = "The picture")
    public String picture(@PathParam("session") String session) {
        return Picture.svg(timelines.of(session));
    }

    @GET
    @Produces("image/png;qs=0.3")
    @Operation(operationId = "getTimelinePng", summary = "The picture as PNG")
    public byte[] png(@PathParam("session") String session) {
        return Picture.png(timelines.of(session));
    }
}

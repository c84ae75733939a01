package dev.beatcut.render;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.nemo.RenderOutput;
import dev.beatcut.problem.ProblemBody;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An export as callers see it; what is not known is left out.
 *
 * @param progress percent, 0 to 100
 * @param cancelling its end was asked for; told until it is there
 * @param attempts jobs upstream: a failed one is followed by one more
 * @param file where the finished film is, relative to this API
 * @param report sync report measured on the finished film: cuts, found, meanMs, p95Ms, maxMs, frameErrors
 * @param problem why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RenderView(
        String id,
        String sessionId,
        RenderState status,
        int progress,
        Boolean cancelling,
        RenderOutput output,
        List<AttemptView> attempts,
        String file,
        @Schema(implementation = Object.class) JsonNode report,
        ProblemBody problem,
        Instant createdAt,
        Instant finishedAt) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttemptView(RenderState status, Instant startedAt, String error) {}

    static RenderView of(Render render) {
        return new RenderView(
                render.id(),
                render.session(),
                render.status(),
                render.progress(),
                render.cancelAsked() && !render.status().isOver() ? true : null,
                render.output(),
                render.attempts().stream()
                        .map(one -> new AttemptView(one.status(), one.startedAt(), one.error()))
                        .toList(),
                render.status() == RenderState.COMPLETED ? "/renders/" + render.id() + "/file" : null,
                render.report(),
                render.problem(),
                render.createdAt(),
                render.finishedAt());
    }
}

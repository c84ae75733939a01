package dev.beatcut.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;

/** The render endpoints' reply in any of the shapes of {@code nemo-api.md} §6: told at the top, in {@code data}, or both. */
final class RenderReply {

    /** What is longer is no time that an export takes. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RenderReply() {}

    static RenderJob read(JsonNode body, String askedId) {
        var id = Json.text(body, "id", "data.id", "taskId", "data.taskId");
        var status = RenderStatus.of(Json.text(body, "status", "data.status"));
        return new RenderJob(
                id == null ? askedId : id,
                status,
                status == RenderStatus.COMPLETED ? 100 : percent(Json.number(body, "progress", "data.progress")),
                Json.uri(
                        body,
                        "output.url",
                        "outputUrl",
                        "data.outputUrl",
                        "data.output.url",
                        "data.url",
                        "output_url",
                        "url"),
                status == RenderStatus.FAILED ? reason(body) : null,
                report(body),
                status == RenderStatus.COMPLETED ? took(body) : null);
    }

    /** Both times are epoch ms. */
    private static Duration took(JsonNode body) {
        var from = Json.number(body, "createdAt", "data.createdAt");
        var to = Json.number(body, "completedAt", "data.completedAt");
        var ms = from == null || to == null ? -1 : to.subtract(from).longValue();
        return ms < 0 || ms > LONGEST.toMillis() ? null : Duration.ofMillis(ms);
    }

    private static int percent(BigDecimal progress) {
        return progress == null ? 0 : Math.clamp(progress.longValue(), 0, 100);
    }

    private static String reason(JsonNode body) {
        var said = Json.text(
                body, "error", "data.error", "error.message", "data.error.message", "data.message", "message");
        return said == null ? "The upstream gave no reason" : said;
    }

    private static JsonNode report(JsonNode body) {
        var report = Json.first(body, "data.report", "report");
        return report.isObject() ? report : null;
    }
}

package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.studio.library.RenderJob;
import dev.beatcut.studio.render.SyncReport;
import java.net.URI;

/** A render job as §6 tells it: a superset that suits every client. */
final class RenderView {

    private RenderView() {}

    /** @param base this server as the caller sees it */
    static ObjectNode of(RenderJob job, URI base) {
        var view = JsonNodeFactory.instance.objectNode();
        view.put("code", 0).put("message", "ok").put("success", true);
        describe(view, job, base);
        var data = view.putObject("data");
        describe(data, job, base);
        data.put("createdAt", job.createdAt());
        if (job.endedAt() > 0) {
            data.put("completedAt", job.endedAt());
        }
        if (job.film() != null) {
            extend(data, job, base);
        }
        return view;
    }

    /** §10. */
    private static void extend(ObjectNode data, RenderJob job, URI base) {
        if (job.film().report() != null) {
            data.set("report", report(job.film().report()));
        }
        if (job.film().poster()) {
            data.put("poster", base.resolve(path(job, "jpg")).toString());
        }
        if (job.output().preview()) {
            data.put("preview", base.resolve(path(job, job.output().format())).toString());
        }
        if (job.film().note() != null) {
            data.put("note", job.film().note());
        }
    }

    private static void describe(ObjectNode node, RenderJob job, URI base) {
        node.put("id", job.id());
        node.put("status", status(job.status()));
        node.put("progress", job.progress());
        if (job.film() != null) {
            var url = base.resolve(path(job, job.output().format())).toString();
            node.put("outputUrl", url);
            node.putObject("output")
                    .put("url", url)
                    .put("duration", job.film().durationMs() / 1000.0)
                    .put("size", job.film().size())
                    .put("width", job.film().width())
                    .put("height", job.film().height());
        }
        if (job.failure() != null) {
            node.put("error", job.failure());
        }
        if (job.status() == RenderJob.Status.CANCELLED) {
            node.put("cancelled", true);
        }
    }

    /** The wire has four words; a cancelled job is a failed one that says so. */
    private static String status(RenderJob.Status status) {
        return switch (status) {
            case PENDING -> "pending";
            case PROCESSING -> "processing";
            case COMPLETED -> "completed";
            case FAILED, CANCELLED -> "failed";
        };
    }

    private static String path(RenderJob job, String ending) {
        return "/studio/films/" + job.capability() + "/" + job.id() + "." + ending;
    }

    private static ObjectNode report(SyncReport report) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("cuts", report.cuts())
                .put("found", report.found())
                .put("meanMs", report.meanMs())
                .put("p95Ms", report.p95Ms())
                .put("maxMs", report.maxMs())
                .put("frameErrors", report.frameErrors())
                .put("crossfades", report.crossfades());
    }
}

package dev.beatcut.media;

import dev.beatcut.nemo.UploadedFile;
import dev.beatcut.objects.Objects;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.Project;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Gives a file upstream: by a link that the upstream fetches; where it cannot, its bytes, streamed. */
final class Handover {

    private static final Duration LINK_VALID = Duration.ofHours(1);

    private final Objects objects;
    private final boolean upstreamIsNear;

    /** @param upstreamIsNear it may reach addresses of this machine */
    Handover(Objects objects, boolean upstreamIsNear) {
        this.objects = objects;
        this.upstreamIsNear = upstreamIsNear;
    }

    /** @throws Problem as the upstream judged */
    UploadedFile give(Project project, MediaItem item) {
        if (item.url() != null) {
            return first(project.bring(item.url()).files(), item);
        }
        return canFetch() ? linked(project, item) : streamed(project, item);
    }

    private boolean canFetch() {
        return upstreamIsNear || !isLoopback(objects.origin());
    }

    static boolean isLoopback(URI origin) {
        var host = String.valueOf(origin.getHost());
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private UploadedFile linked(Project project, MediaItem item) {
        try {
            var link = objects.link(item.object(), item.name(), LINK_VALID);
            return first(project.bring(link).files(), item);
        } catch (Problem problem) {
            if (problem.code() != ProblemCode.UPSTREAM_REFUSED) {
                throw problem;
            }
            return streamed(project, item);
        }
    }

    private UploadedFile streamed(Project project, MediaItem item) {
        var upload = project.bring(item.name(), item.format().type(), item.size(), () -> objects.open(item.object()));
        return first(upload.files(), item);
    }

    private static UploadedFile first(List<UploadedFile> files, MediaItem item) {
        if (files.isEmpty()) {
            throw new Problem(
                    ProblemCode.UPSTREAM_REFUSED,
                    "The upstream took \"" + item.name() + "\" and named no file.",
                    "Bring it again, or in another format.");
        }
        return files.getFirst();
    }
}

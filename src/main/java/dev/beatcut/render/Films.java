package dev.beatcut.render;

import dev.beatcut.nemo.RenderJob;
import dev.beatcut.objects.Objects;
import dev.beatcut.problem.Problem;
import dev.beatcut.session.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Finished films: copied here, so that they outlive the upstream's link, and given out by links. */
final class Films {

    enum Keeping {
        KEPT,
        FAILED,
        NOT_WANTED
    }

    private static final Logger LOG = Logger.getLogger(Films.class);

    /** Each holds a part of its film in memory. */
    private static final int AT_ONCE = 4;

    private final Semaphore copying = new Semaphore(AT_ONCE);
    private final Objects objects;
    private final boolean wanted;
    private final Duration linkValid;

    Films(Objects objects, boolean wanted, Duration linkValid) {
        this.objects = objects;
        this.wanted = wanted;
        this.linkValid = linkValid;
    }

    /** Without a link of its own the film can only be had through the upstream's API, so it is kept all the same. */
    Keeping keep(Project project, Render render, RenderJob job) {
        if (!wanted && job.outputUrl() != null) {
            return Keeping.NOT_WANTED;
        }
        try {
            copy(project, render, job);
            return Keeping.KEPT;
        } catch (IOException | UncheckedIOException | IllegalStateException | Problem failed) {
            LOG.warnf("Film of %s was not copied: %s", render.id(), failed.getMessage());
            return Keeping.FAILED;
        }
    }

    private void copy(Project project, Render render, RenderJob job) throws IOException {
        copying.acquireUninterruptibly();
        try {
            copyOne(project, render, job);
        } finally {
            copying.release();
        }
    }

    private void copyOne(Project project, Render render, RenderJob job) throws IOException {
        try (var film = project.download(job)) {
            objects.put(render.object(), film, type(render));
        }
    }

    private static String type(Render render) {
        return switch (render.output().format()) {
            case "webm" -> "video/webm";
            case "gif" -> "image/gif";
            case "mp3" -> "audio/mpeg";
            default -> "video/mp4";
        };
    }

    URI link(Render render) {
        return render.kept() ? objects.link(render.object(), render.fileName(), linkValid) : render.link();
    }
}

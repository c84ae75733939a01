package dev.beatcut.media;

import dev.beatcut.nemo.UploadedFile;
import dev.beatcut.objects.Objects;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemBody;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.Projects;
import dev.beatcut.session.Session;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Records;
import dev.beatcut.state.Versioned;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jboss.logging.Logger;

/** What happens when a file's bytes are there: checked, handed upstream once, kept or refused. */
final class Arrivals {

    /** From then on the one who was at it is taken for dead. */
    static final Duration HANDOVER_AT_MOST = Duration.ofMinutes(15);

    private static final Logger LOG = Logger.getLogger(Arrivals.class);

    /** Bringing the same file again would not help. */
    private static final Set<ProblemCode> FINAL = Set.of(
            ProblemCode.UNSUPPORTED_FORMAT,
            ProblemCode.FILE_TOO_LARGE,
            ProblemCode.FILE_EMPTY,
            ProblemCode.FILE_DAMAGED,
            ProblemCode.INVALID_REQUEST);

    private final Records<MediaItem> items;
    private final Projects projects;
    private final ContentCheck check;
    private final Handover handover;
    private final Objects objects;
    private final InstantSource clock;

    Arrivals(
            Records<MediaItem> items,
            Projects projects,
            ContentCheck check,
            Handover handover,
            Objects objects,
            InstantSource clock) {
        this.items = items;
        this.projects = projects;
        this.check = check;
        this.handover = handover;
        this.objects = objects;
        this.clock = clock;
    }

    /** Does it now; a second call finds the first one's end. */
    MediaItem complete(Session session, Versioned<MediaItem> read) {
        var item = read.value();
        return switch (item.status()) {
            case READY -> item;
            case REFUSED -> throw item.problem().toProblem();
            case WAITING -> {
                check.checkArrived(item);
                yield handOver(session, read);
            }
            case HANDING_OVER -> {
                if (isBusy(item)) {
                    throw stillRunning(item);
                }
                yield handOver(session, read);
            }
        };
    }

    private boolean isBusy(MediaItem item) {
        return item.busyUntil() != null && item.busyUntil().isAfter(clock.instant());
    }

    private static Problem stillRunning(MediaItem item) {
        return new Problem(
                ProblemCode.STILL_RUNNING,
                "\"" + item.name() + "\" is being handed over.",
                "Ask for it again in a few seconds.");
    }

    /** On a thread of its own, outliving the request. */
    MediaItem inBackground(Session session, MediaItem item) {
        Thread.ofVirtual().name("media-" + item.id()).start(() -> settle(session, item));
        return item;
    }

    /** Brings a fetched file to its end; what it is, is told by the item. */
    void settle(Session session, MediaItem item) {
        try {
            items.get(MediaItem.key(session, item.id()))
                    .filter(read -> read.value().status() == MediaStatus.HANDING_OVER && !isBusy(read.value()))
                    .ifPresent(read -> handOver(session, read));
        } catch (Problem told) {
            LOG.infof("%s was refused: %s", item.id(), told.code());
        } catch (Conflict elsewhere) {
            LOG.debugf("%s is at another's hands", item.id());
        }
    }

    private MediaItem handOver(Session session, Versioned<MediaItem> read) {
        var until = clock.instant().plus(HANDOVER_AT_MOST);
        var due = read.value().url() == null ? null : until;
        var busy = items.update(read, read.value().handingOver(until), due);
        try {
            return items.update(busy, busy.value().ready(give(session, busy.value())), null)
                    .value();
        } catch (Problem problem) {
            throw refused(busy, problem);
        }
    }

    private UploadedFile give(Session session, MediaItem item) {
        if (item.url() == null) {
            check.checkContent(item);
        }
        return handover.give(projects.of(session), item);
    }

    /** A file that will never do is deleted; one that might later waits for another try. */
    private Problem refused(Versioned<MediaItem> busy, Problem problem) {
        var item = busy.value();
        boolean over = FINAL.contains(problem.code())
                || item.url() != null && !problem.code().retryable();
        if (!over) {
            var later = item.url() == null ? item.waiting() : item.handingOver(null);
            items.update(
                    busy, later, item.url() == null ? null : clock.instant().plus(Duration.ofMinutes(1)));
            return problem;
        }
        if (item.url() == null) {
            objects.delete(item.object());
        }
        items.update(busy, item.refused(ProblemBody.of(problem)), null);
        return problem;
    }
}

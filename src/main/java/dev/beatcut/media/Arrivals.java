package dev.beatcut.media;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.nemo.NemoAddress;
import dev.beatcut.nemo.UploadedFile;
import dev.beatcut.objects.Objects;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemBody;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.Project;
import dev.beatcut.session.Projects;
import dev.beatcut.session.Session;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Key;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import dev.beatcut.state.Versioned;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jboss.logging.Logger;

/** What happens when a file's bytes are there: checked, handed upstream once, kept or refused. */
@Singleton
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

    @Inject
    Arrivals(
            Table table,
            ObjectMapper json,
            Projects projects,
            Objects objects,
            InstantSource clock,
            NemoAddress upstream) {
        this(
                Records.of(table, json, MediaItem.class, clock),
                projects,
                new ContentCheck(objects),
                new Handover(objects, isNear(upstream)),
                objects,
                clock);
    }

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

    /** The upstream may reach addresses of this machine. */
    private static boolean isNear(NemoAddress upstream) {
        return upstream.builtIn() || upstream.name().matches("(localhost|127\\.).*");
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
            LOG.infof("%s is not ready: %s", item.id(), told.code());
        }
    }

    private MediaItem handOver(Session session, Versioned<MediaItem> read) {
        try {
            return give(session, projects.of(session), read);
        } catch (Conflict taken) {
            return inOtherHands(read.key());
        }
    }

    /** Another call has it, or the move of a lost session took it along. */
    private MediaItem inOtherHands(Key key) {
        var item = items.get(key).orElseThrow().value();
        return switch (item.status()) {
            case READY -> item;
            case REFUSED -> throw item.problem().toProblem();
            case WAITING, HANDING_OVER -> throw stillRunning(item);
        };
    }

    /**
     * Gives a file to an upstream session, whoever had it in hands before.
     *
     * @throws Problem why it is not READY; the item tells what can be done
     * @throws Conflict if another is at it
     */
    MediaItem give(Session session, Project upstream, Versioned<MediaItem> read) {
        var until = clock.instant().plus(HANDOVER_AT_MOST);
        var due = read.value().url() == null ? null : until;
        var busy = items.update(read, read.value().handingOver(until), due);
        var place = session.upstream().sessionId();
        try {
            var ready = busy.value().ready(given(upstream, busy.value()), place);
            return items.update(busy, ready, null).value();
        } catch (Problem problem) {
            throw refused(busy, place, problem);
        }
    }

    private UploadedFile given(Project upstream, MediaItem item) {
        if (item.url() == null) {
            check.checkContent(item);
        }
        return handover.give(upstream, item);
    }

    /** A file that will never do is deleted; one that might later waits for another try. */
    private Problem refused(Versioned<MediaItem> busy, String place, Problem problem) {
        var item = busy.value();
        if (!isOver(item, problem.code())) {
            var due = item.url() == null ? null : clock.instant().plus(Duration.ofMinutes(1));
            items.update(busy, isLost(problem.code()) ? item.handingOver(null) : item.later(place), due);
            return problem;
        }
        if (item.url() == null) {
            objects.delete(item.object());
        }
        items.update(busy, item.refused(ProblemBody.of(problem), place), null);
        return problem;
    }

    private static boolean isOver(MediaItem item, ProblemCode code) {
        return FINAL.contains(code) || item.url() != null && !code.retryable() && !isLost(code);
    }

    /** Nothing was said about the file: it stays in hands, for the session that takes the lost one's place. */
    private static boolean isLost(ProblemCode code) {
        return code == ProblemCode.UPSTREAM_SESSION_GONE;
    }
}

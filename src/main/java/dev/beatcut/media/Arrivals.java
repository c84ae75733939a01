package dev.beatcut.media;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.nemo.NemoAddress;
import dev.beatcut.nemo.UploadedFile;
import dev.beatcut.objects.Objects;
import dev.beatcut.observe.Trail;
import dev.beatcut.observe.Trail.Field;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemBody;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.Project;
import dev.beatcut.session.Projects;
import dev.beatcut.session.Session;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Heart;
import dev.beatcut.state.InHand;
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

    /** What the upstream did not take is brought to it again so soon. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(Arrivals.class);

    /** Bringing the same file again would not help. */
    private static final Set<ProblemCode> FINAL = Set.of(
            ProblemCode.UNSUPPORTED_FORMAT,
            ProblemCode.FILE_TOO_LARGE,
            ProblemCode.FILE_EMPTY,
            ProblemCode.FILE_DAMAGED,
            ProblemCode.INVALID_REQUEST);

    /** From then on the one who hands a file over is taken for dead. */
    static final Duration BUSY = Duration.ofMinutes(1);

    private final Records<MediaItem> items;
    private final Projects projects;
    private final ContentCheck check;
    private final Handover handover;
    private final Objects objects;
    private final InstantSource clock;
    private final InHand.Grip<MediaItem> grip;
    private final Duration kept;

    @Inject
    Arrivals(
            Table table,
            ObjectMapper json,
            Projects projects,
            Objects objects,
            InstantSource clock,
            MediaConfig config,
            NemoAddress upstream) {
        this(
                Records.of(table, json, MediaItem.class, clock),
                projects,
                new ContentCheck(objects),
                new Handover(objects, isNear(upstream)),
                objects,
                clock,
                Heart.REAL,
                config.uploadValid().plus(config.uploadGrace()));
    }

    /** @param kept how long bytes that were put wait for their owner to complete them once more */
    Arrivals(
            Records<MediaItem> items,
            Projects projects,
            ContentCheck check,
            Handover handover,
            Objects objects,
            InstantSource clock,
            Heart heart,
            Duration kept) {
        this.items = items;
        this.projects = projects;
        this.check = check;
        this.handover = handover;
        this.objects = objects;
        this.clock = clock;
        this.grip = new InHand.Grip<>(items, clock, heart, BUSY, MediaItem::handingOver);
        this.kept = kept;
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
            case REFUSED, EXPIRED -> throw item.problem().toProblem();
            case WAITING -> {
                if (item.upload() != null) {
                    objects.join(item.object(), item.upload(), item.size());
                }
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
    void inBackground(Session session, MediaItem item) {
        Thread.ofVirtual()
                .name("media-" + item.id())
                .uncaughtExceptionHandler((thread, failure) ->
                        LOG.errorf(failure, "%s could not be handed over; it is tried again", item.id()))
                .start(Trail.carried(() -> settle(session, item)));
    }

    /** Brings a fetched file to its end; what it is, is told by the item. */
    void settle(Session session, MediaItem item) {
        try (var _ = Trail.of(Field.SESSION, session.id())) {
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
            case EXPIRED -> {
                objects.delete(item.object());
                throw item.problem().toProblem();
            }
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
        var place = session.upstream().sessionId();
        try (var hand = grip.take(read)) {
            try {
                var seen = given(upstream, hand.value());
                return hand.end(hand.value().ready(seen, place), null).value();
            } catch (Problem problem) {
                throw refused(hand, place, problem);
            }
        }
    }

    private UploadedFile given(Project upstream, MediaItem item) {
        if (item.url() == null) {
            check.checkContent(item);
        }
        return handover.give(upstream, item);
    }

    /** A file that will never do is deleted; one that might later waits for another try. */
    private Problem refused(InHand<MediaItem> hand, String place, Problem problem) {
        var item = hand.value();
        var soon = clock.instant().plus(AGAIN);
        if (isLost(problem.code())) {
            hand.end(item.handingOver(null), soon);
        } else if (!isOver(item, problem.code())) {
            hand.end(item.later(place), item.url() == null ? clock.instant().plus(kept) : soon);
        } else {
            refuse(hand, item.refused(ProblemBody.of(problem), place));
        }
        return problem;
    }

    /** Its upload link may still be good: what is put there afterwards is cleared away later. */
    private void refuse(InHand<MediaItem> hand, MediaItem refused) {
        if (refused.url() != null) {
            hand.end(refused, null);
            return;
        }
        objects.delete(refused.object());
        hand.end(refused, clock.instant().plus(kept));
    }

    private static boolean isOver(MediaItem item, ProblemCode code) {
        return FINAL.contains(code) || item.url() != null && !code.retryable() && !isLost(code);
    }

    /** Nothing was said about the file: it stays in hands, for the session that takes the lost one's place. */
    private static boolean isLost(ProblemCode code) {
        return code == ProblemCode.UPSTREAM_SESSION_GONE;
    }
}

package dev.beatcut.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.nemo.OpenedSession;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemBody;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Heart;
import dev.beatcut.state.Hold;
import dev.beatcut.state.Key;
import dev.beatcut.state.Lease;
import dev.beatcut.state.Pause;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import dev.beatcut.state.Versioned;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Flow 7, after 1002: one new upstream session, the files that we still hold handed over to it, and the words for what
 * is gone. Each step is written before the next begins, so whoever calls after a crash goes on where it ended; a lease
 * keeps two from doing it at once.
 */
final class Moving {

    /** A dead one's is over so soon; who lives holds on to it. */
    static final Duration LEASE = Duration.ofMinutes(1);

    /** So long a call waits for what another one is doing. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration GLANCE = Duration.ofMillis(200);

    private final Records<Session> records;
    private final Lease lease;
    private final InstantSource clock;
    private final Pause pause;
    private final Heart heart;
    private final Supplier<String> ids;
    private final Function<Session, OpenedSession> opener;
    private final Function<Session, Project> direct;
    private final Supplier<Holdings> holdings;

    /** Everything is there, and this is what its owner has to know. */
    private record Settled(Versioned<Session> moved, Problem problem) {}

    /**
     * @param opener opens an upstream session for a project
     * @param direct calls the upstream session that a project says, and no other in its place
     * @param holdings are asked for when they are needed: they need sessions themselves
     */
    Moving(
            Table table,
            ObjectMapper json,
            InstantSource clock,
            Pause pause,
            Heart heart,
            Supplier<String> ids,
            Function<Session, OpenedSession> opener,
            Function<Session, Project> direct,
            Supplier<Holdings> holdings) {
        this.records = Records.of(table, json, Session.class, clock);
        this.lease = new Lease(table, json, clock, LEASE);
        this.clock = clock;
        this.pause = pause;
        this.heart = heart;
        this.ids = ids;
        this.opener = opener;
        this.direct = direct;
        this.holdings = holdings;
    }

    /**
     * The session as it stands.
     *
     * @param tells the owner hears what is thrown; else the move stays undone for the next who speaks
     * @throws Problem UPSTREAM_SESSION_GONE after bringing a move to its end that was left undone
     */
    Session settled(Session session, boolean tells) {
        var now = read(session).value();
        if (now.isMoving()) {
            throw move(now, null, tells);
        }
        return now;
    }

    /**
     * Moves a session, unless another process has done so.
     *
     * @param refused the upstream session that is gone, or null if only a move is to be finished
     * @param tells as above
     * @return what its owner has to know
     */
    Problem move(Session session, OpenedSession refused, boolean tells) {
        var giveUp = clock.instant().plus(PATIENCE);
        while (true) {
            var now = read(session).value();
            if (!needsMoving(now, refused)) {
                return now.move().told().toProblem();
            }
            if (clock.instant().isAfter(giveUp)) {
                return busy();
            }
            var moved = lease.hold(leaseKey(now), ids.get(), heart).flatMap(hold -> move(now, refused, hold, tells));
            if (moved.isPresent()) {
                return moved.get();
            }
            pause.of(GLANCE);
        }
    }

    private static boolean needsMoving(Session now, OpenedSession refused) {
        return now.isMoving() || refused != null && now.livesIn(refused);
    }

    /** Empty if another took the lease over. */
    private Optional<Problem> move(Session session, OpenedSession refused, Hold hold, boolean tells) {
        try (hold) {
            var read = read(session);
            if (!needsMoving(read.value(), refused)) {
                return Optional.empty();
            }
            var moved = refused != null && read.value().livesIn(refused) ? reopened(read) : read;
            var settled = handedOver(moved, hold::check);
            return Optional.of(tells ? told(settled) : settled.problem());
        } catch (Conflict takenOver) {
            return Optional.empty();
        }
    }

    private Versioned<Session> reopened(Versioned<Session> read) {
        var opened = opener.apply(read.value());
        return records.update(read, read.value().movedTo(opened, clock.instant()), null);
    }

    private Settled handedOver(Versioned<Session> moved, Runnable alive) {
        try {
            return handOver(moved, alive);
        } catch (Problem goneAsWell) {
            if (goneAsWell.code() != ProblemCode.UPSTREAM_SESSION_GONE) {
                throw goneAsWell;
            }
            return handOver(reopened(moved), alive);
        }
    }

    private Settled handOver(Versioned<Session> moved, Runnable alive) {
        var session = moved.value();
        return new Settled(moved, Loss.problem(holdings.get().handOver(session, direct.apply(session), alive)));
    }

    private Problem told(Settled settled) {
        var moved = settled.moved();
        records.update(moved, moved.value().told(ProblemBody.of(settled.problem())), null);
        return settled.problem();
    }

    private Versioned<Session> read(Session session) {
        return records.get(Session.key(session.owner(), session.id()))
                .orElseThrow(() -> IdKind.SESSION.notFound(session.id()));
    }

    private static Key leaseKey(Session session) {
        return new Key(session.partition("session-lease"), "move");
    }

    private static Problem busy() {
        return new Problem(
                ProblemCode.UPSTREAM_SESSION_GONE,
                "The upstream no longer knew this project. A new one was opened there, and its files are being handed"
                        + " over again.",
                "Wait a minute, then say again what to make of them.");
    }
}

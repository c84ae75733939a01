package dev.beatcut.chat;

import dev.beatcut.observe.Trail;
import dev.beatcut.observe.Trail.Field;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Session;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Records;
import dev.beatcut.state.Versioned;
import dev.beatcut.state.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The turns of a session, one at a time and in order, wherever they run: the session's lease is the order. */
final class Line {

    private static final Logger LOG = Logger.getLogger(Line.class);

    /** A mark is written before its turn: one without a turn for longer than any call lives is left over. */
    private static final Duration MARK_ALONE = Duration.ofHours(1);

    private static final int A_FEW = 20;

    private final Records<Open> open;
    private final Records<Turn> turns;
    private final Shifts shifts;
    private final Conversation conversation;
    private final InstantSource clock;
    private final Watch watch;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    Line(Records<Open> open, Records<Turn> turns, Shifts shifts, Conversation conversation) {
        this.open = open;
        this.turns = turns;
        this.shifts = shifts;
        this.conversation = conversation;
        this.clock = shifts.clock();
        this.watch = new Watch(clock, shifts.pause());
    }

    /**
     * Puts a turn at the end; a call that died in the middle of it may be made again. The mark is made anew with the
     * turn
     * missing: who sweeps away marks that stand alone finds it changed.
     */
    Turn enter(Session session, Turn turn, Instant due) {
        var key = Open.key(session, turn.id());
        var mark = new Open(session.owner(), session.id(), turn.id(), clock.instant());
        open.get(key).map(alone -> open.update(alone, mark, due)).orElseGet(() -> open.insert(key, mark, due, null));
        return turns.insert(Turn.key(session, turn.id()), turn).value();
    }

    /** Whether a turn of the session runs in this process. */
    boolean isAt(String session) {
        return underWay.contains(session);
    }

    /** Runs what is there until nothing is left or the time is up, unless somebody is at it already. */
    void work(Session session, Instant leave) {
        work(session, leave, () -> false);
    }

    /**
     * Runs what comes before a turn and the turn itself, or waits for whoever is at it.
     *
     * @throws Problem CHAT_STILL_RUNNING if it is not over when the time is up: then it goes on with the next worker
     */
    Turn finish(Session session, String id, Instant leave) {
        var key = Turn.key(session, id);
        Supplier<Turn> stored =
                () -> turns.get(key).orElseThrow(() -> IdKind.TURN.notFound(id)).value();
        var turn = stored.get();
        while (!turn.status().isOver()) {
            var left = Duration.between(clock.instant(), leave);
            if (!left.isPositive() || Thread.currentThread().isInterrupted()) {
                throw stillRunning(id);
            }
            work(session, leave, () -> stored.get().status().isOver());
            turn = watch.until(left, stored, seen -> seen.status().isOver());
        }
        return turn;
    }

    private static Problem stillRunning(String id) {
        return new Problem(
                ProblemCode.CHAT_STILL_RUNNING,
                "The turn is not over yet, and goes on from where it stands.",
                "Call again with the same Idempotency-Key, or ask GET /turns/" + id + "?wait=20.");
    }

    private void work(Session session, Instant leave, BooleanSupplier enough) {
        var goesOn = true;
        while (goesOn && !enough.getAsBoolean() && next(session).isPresent()) {
            var shift = shifts.begin(session, leave);
            goesOn = shift.isPresent() && work(session, shift.get(), enough);
        }
    }

    /** @return false if the worker has to go */
    private boolean work(Session session, Shift begun, BooleanSupplier enough) {
        underWay.add(session.id());
        try (var shift = begun;
                var _ = Trail.of(Field.SESSION, session.id())) {
            while (!shift.isUp() && !enough.getAsBoolean()) {
                var turn = next(session);
                if (turn.isEmpty()) {
                    return true;
                }
                if (!conversation.run(session, turn.get(), shift)) {
                    return false;
                }
                open.get(Open.key(session, turn.get().value().id())).ifPresent(this::sweep);
            }
            return false;
        } catch (Conflict overtaken) {
            LOG.debugf("Turns of %s went on elsewhere", session.id());
            return false;
        } finally {
            underWay.remove(session.id());
        }
    }

    /** The first turn that is not over; marks of those that are, are swept away. */
    private Optional<Versioned<Turn>> next(Session session) {
        String after = null;
        do {
            var page = open.list(Open.partition(session), "", A_FEW, after);
            for (var mark : page.values()) {
                var turn = turns.get(Turn.key(session, mark.value().turn()));
                if (turn.isPresent() && !turn.get().value().status().isOver()) {
                    return turn;
                }
                if (turn.isPresent() || mark.value().since().plus(MARK_ALONE).isBefore(clock.instant())) {
                    sweep(mark);
                }
            }
            after = page.next();
        } while (after != null);
        return Optional.empty();
    }

    private void sweep(Versioned<Open> mark) {
        try {
            open.delete(mark);
        } catch (Conflict another) {
            // Somebody else has swept it.
        }
    }
}

package dev.beatcut.chat;

import dev.beatcut.session.Session;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Key;
import dev.beatcut.state.Lease;
import dev.beatcut.state.Records;
import dev.beatcut.state.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The turns of a session, one at a time and in order, wherever they run: the session's lease is the order. */
final class Line {

    private static final Logger LOG = Logger.getLogger(Line.class);

    /** A mark is written before its turn: one without a turn for so long belongs to a call that died. */
    private static final Duration MARK_ALONE = Duration.ofMinutes(1);

    private static final int A_FEW = 20;

    private final Records<Open> open;
    private final Records<Turn> turns;
    private final Lease lease;
    private final Duration leaseLength;
    private final Conversation conversation;
    private final InstantSource clock;

    Line(
            Records<Open> open,
            Records<Turn> turns,
            Lease lease,
            Duration leaseLength,
            Conversation conversation,
            InstantSource clock) {
        this.open = open;
        this.turns = turns;
        this.lease = lease;
        this.leaseLength = leaseLength;
        this.conversation = conversation;
        this.clock = clock;
    }

    /** Puts a turn at the end. */
    Turn enter(Session session, Turn turn, Instant due) {
        var mark = new Open(session.owner(), session.id(), turn.id(), clock.instant());
        open.insert(Open.key(session, turn.id()), mark, due, null);
        return turns.insert(Turn.key(session, turn.id()), turn).value();
    }

    /** Runs what is there until nothing is left, unless somebody is at it already. */
    void work(Session session) {
        while (next(session).isPresent() && !Thread.currentThread().isInterrupted()) {
            var held = lease.take(
                    new Key(session.partition("turn-lease"), "lease"),
                    UUID.randomUUID().toString());
            if (held.isEmpty()) {
                return;
            }
            try (var keeping = new Keeping(lease, held.get(), leaseLength)) {
                for (var turn = next(session); turn.isPresent(); turn = next(session)) {
                    run(session, turn.get());
                }
            } catch (Conflict overtaken) {
                LOG.warnf("Turns of %s went on elsewhere", session.id());
                return;
            }
        }
    }

    private void run(Session session, Versioned<Turn> turn) {
        conversation.run(session, turn);
        open.get(Open.key(session, turn.value().id())).ifPresent(open::delete);
    }

    /** The first turn that is not over; marks of those that are, are swept away. */
    private Optional<Versioned<Turn>> next(Session session) {
        for (var mark : open.list(Open.partition(session), "", A_FEW, null).values()) {
            var turn = turns.get(Turn.key(session, mark.value().turn()));
            if (turn.isPresent() && !turn.get().value().status().isOver()) {
                return turn;
            }
            if (turn.isPresent() || mark.value().since().plus(MARK_ALONE).isBefore(clock.instant())) {
                open.delete(mark);
            }
        }
        return Optional.empty();
    }
}

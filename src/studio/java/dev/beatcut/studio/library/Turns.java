package dev.beatcut.studio.library;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.Key;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import dev.beatcut.state.Versioned;
import dev.beatcut.studio.beat.Correction;
import dev.beatcut.studio.plan.Plan;
import dev.beatcut.timeline.Draft;
import dev.beatcut.timeline.Summary;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Messages and the work on them: one at a time in a session, in order, whoever listens. A turn is stored before its
 * work begins; one that was interrupted is begun again, and its credits are settled or given back exactly once.
 */
@Singleton
public final class Turns {

    static final String PARTITION = "studio/turn";
    private static final Consumer<TurnEvent> NOBODY = event -> {};

    private final Records<Turn> turns;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Editing editing;
    private final Labour labour;
    private final Mint mint;
    private final InstantSource clock;
    private final StudioSettings settings;
    private final ConcurrentMap<String, Consumer<TurnEvent>> listeners = new ConcurrentHashMap<>();

    public Turns(
            Table table,
            ObjectMapper json,
            InstantSource clock,
            Sessions sessions,
            Accounts accounts,
            Editing editing,
            Labour labour,
            Mint mint,
            StudioSettings settings) {
        this.turns = Records.of(table, json, Turn.class, clock);
        this.sessions = sessions;
        this.accounts = accounts;
        this.editing = editing;
        this.labour = labour;
        this.mint = mint;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Stores a message, sets its price aside and sees to it that it is worked on, after those before it.
     *
     * @param listener told what happens, on the working thread, if this node does the work
     * @throws Problem NO_CREDITS or RATE_LIMITED; nothing is left behind then
     */
    public Turn begin(Session session, String text, Consumer<TurnEvent> listener) {
        var turn = new Turn(
                mint.turnId(),
                session.id(),
                session.owner(),
                text,
                settings.editPrice(),
                Turn.Status.OPEN,
                0,
                null,
                null,
                clock.millis());
        var stored = turns.insert(key(turn.id()), turn, clock.instant(), null);
        listeners.put(turn.id(), listener);
        try {
            accounts.freeze(turn.owner(), turn.id(), turn.price());
            sessions.queue(session.id(), turn.id());
        } catch (Problem refused) {
            accounts.release(turn.owner(), turn.id());
            turns.delete(stored);
            listeners.remove(turn.id());
            throw refused;
        }
        labour.start(() -> work(session.id()));
        return turn;
    }

    /** Nobody listens to the turn any more; it goes on. */
    public void leave(String id) {
        listeners.remove(id);
    }

    /** How the turn stands now. */
    public Turn turn(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("turn", id));
    }

    /** Takes an interrupted turn up again; harmless for one that is under way or over. */
    void resume(String id) {
        find(id).filter(turn -> !turn.isOver()).ifPresent(turn -> {
            var waiting = sessions.find(turn.session())
                    .map(session -> session.turns().contains(id))
                    .orElse(false);
            if (waiting) {
                labour.start(() -> work(turn.session()));
            } else if (clock.millis() - turn.createdAt() > settings.lease().toMillis()) {
                accounts.release(turn.owner(), id);
                finish(id, open -> open.failed("The studio stopped before it had taken the message."));
            }
        });
    }

    /** Drains the session's queue, unless somebody does already; who comes too late is seen by who was first. */
    private void work(String session) {
        boolean mine = true;
        while (mine && next(session).isPresent()) {
            mine = labour.alone(new Key("studio/lease", "session/" + session), right -> drain(session, right));
        }
    }

    private void drain(String session, Right right) {
        for (var next = next(session); next.isPresent(); next = next(session)) {
            var turn = next.get();
            right.check();
            find(turn).filter(stored -> !stored.isOver()).ifPresent(open -> attempt(open, right));
            right.check();
            sessions.over(session, turn);
            listeners.remove(turn);
        }
    }

    private Optional<String> next(String session) {
        return sessions.find(session).flatMap(found -> found.turns().stream().findFirst());
    }

    private void attempt(Turn turn, Right right) {
        var session = sessions.find(turn.session()).orElseThrow();
        if (turn.id().equals(session.applied())) {
            var reply = Summary.of(Draft.read(sessions.draft(session)));
            settle(turn, reply);
        } else if (turn.attempts() >= Labour.MOST_ATTEMPTS) {
            fail(turn, "The studio stopped " + turn.attempts() + " times at this message.");
        } else {
            change(turn.id(), Turn::begun);
            run(turn, session, right);
        }
    }

    private void run(Turn turn, Session session, Right right) {
        try {
            var plan = editing.plan(turn, session, listeners.getOrDefault(turn.id(), NOBODY));
            right.check();
            apply(plan, turn, session);
        } catch (Problem problem) {
            right.check();
            if (problem.code() == ProblemCode.STORAGE_UNAVAILABLE) {
                // It passes, however long it takes; the turn stays due, and is taken up again.
                change(turn.id(), Turn::hindered);
                throw problem;
            }
            fail(turn, problem.detail() + " " + problem.next());
        }
    }

    private void apply(Plan plan, Turn turn, Session session) {
        switch (plan) {
            case Plan.Edited edited -> {
                sessions.edit(session.id(), turn.id(), edited.timeline(), corrections(edited, session));
                settle(turn, edited.reply());
            }
            case Plan.Stepped stepped -> {
                // Before the step: whoever finds it done settles the turn, which has nothing to pay then.
                accounts.release(turn.owner(), turn.id());
                sessions.step(session.id(), turn.id(), stepped.by());
                settle(turn, stepped.reply());
            }
            case Plan.Declined declined -> {
                accounts.release(turn.owner(), turn.id());
                finish(turn.id(), open -> open.declined(declined.reply()));
            }
        }
    }

    private static Map<String, Correction> corrections(Plan.Edited edited, Session session) {
        var byHash = new HashMap<String, Correction>();
        session.media().stream()
                .filter(media -> edited.corrections().containsKey(media.address()))
                .forEach(media -> byHash.put(media.hash(), edited.corrections().get(media.address())));
        return byHash;
    }

    private void settle(Turn turn, String reply) {
        accounts.settle(turn.owner(), turn.id());
        finish(turn.id(), open -> open.edited(reply));
    }

    private void fail(Turn turn, String why) {
        accounts.release(turn.owner(), turn.id());
        finish(turn.id(), open -> open.failed(why));
    }

    private void finish(String id, UnaryOperator<Turn> how) {
        turns.change(key(id), how, over -> null);
    }

    private void change(String id, UnaryOperator<Turn> how) {
        turns.change(key(id), how);
    }

    private Optional<Turn> find(String id) {
        return turns.get(key(id)).map(Versioned::value);
    }

    private static Key key(String id) {
        return new Key(PARTITION, id);
    }
}

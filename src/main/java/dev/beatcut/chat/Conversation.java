package dev.beatcut.chat;

import dev.beatcut.intent.FilmForm;
import dev.beatcut.intent.Intent;
import dev.beatcut.nemo.TurnOutcome;
import dev.beatcut.observe.Measure;
import dev.beatcut.observe.Observer;
import dev.beatcut.observe.Trail;
import dev.beatcut.observe.Trail.Field;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Projects;
import dev.beatcut.session.Session;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Records;
import dev.beatcut.state.Versioned;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Runs one turn to its end, or as far as the worker's time goes; who calls holds the session's lease. */
final class Conversation {

    /** How an export is started: the session, the new render's name and what it is to be give its id. */
    @FunctionalInterface
    interface Exports {
        String begin(Session session, String own, FilmForm form);
    }

    /**
     * @param noteEvery when nothing is heard for so long, that is told
     * @param leastTime with less than this left, no turn is begun
     */
    record Rules(Looks looks, Duration noteEvery, Duration leastTime) {}

    private static final Logger LOG = Logger.getLogger(Conversation.class);

    private final Records<Turn> turns;
    private final Sending sending;
    private final Projects projects;
    private final Exports exports;
    private final Live live;
    private final InstantSource clock;
    private final Rules rules;
    private final Observer observer;

    Conversation(
            Records<Turn> turns,
            Sending sending,
            Projects projects,
            Exports exports,
            Live live,
            InstantSource clock,
            Rules rules,
            Observer observer) {
        this.turns = turns;
        this.sending = sending;
        this.projects = projects;
        this.exports = exports;
        this.live = live;
        this.clock = clock;
        this.rules = rules;
        this.observer = observer;
    }

    /** @return whether it is over; else it stays for the next worker */
    boolean run(Session session, Versioned<Turn> turn, Shift shift) {
        if (turn.value().status() == TurnStatus.QUEUED && !shift.has(rules.leastTime())) {
            return false;
        }
        var recorder =
                new TurnRecorder(turn, turns, live, clock, shift, rules.noteEvery(), Phrases.STILL_WORKING.in(session));
        try (var _ =
                Trail.of(Field.SESSION, session.id(), Field.TURN, turn.value().id())) {
            return observer.span("turn", SpanKind.INTERNAL, () -> run(session, recorder, shift));
        } finally {
            live.over(turn.value().id());
        }
    }

    private boolean run(Session session, TurnRecorder recorder, Shift shift) {
        var ending = foreseen(session, recorder, shift);
        ending.ifPresent(end -> {
            recorder.end(end);
            tell(recorder.turn());
        });
        return ending.isPresent();
    }

    private void tell(Turn over) {
        var took = Duration.between(over.createdAt(), over.finishedAt());
        var why = over.problem() == null ? null : over.problem().code();
        observer.over(Measure.TURN, over.id(), took, over.status().name(), why);
    }

    /** What nobody foresaw ends this turn, or it would hold up every later one of its session for ever. */
    private Optional<Ending> foreseen(Session session, TurnRecorder recorder, Shift shift) {
        try {
            return ending(session, recorder, shift);
        } catch (Conflict elsewhere) {
            throw elsewhere;
        } catch (RuntimeException unforeseen) {
            if (isStoreAway(unforeseen)) {
                LOG.warnf("%s goes on later: %s", recorder.turn().id(), unforeseen.getMessage());
                return Optional.empty();
            }
            var reference = UUID.randomUUID();
            LOG.errorf(unforeseen, "%s broke off, reference %s", recorder.turn().id(), reference);
            var ending = Ending.failed(recorder.turn().reply(), List.of(), brokeOff(unforeseen, reference));
            return Optional.of(
                    recorder.turn().status() == TurnStatus.SENDING
                            ? ending.adding(Phrases.NOT_KNOWN.in(session))
                            : ending);
        }
    }

    /**
     * Of a turn that is told to have failed then the message is said again, and what the upstream has heard, or the ledger
     * has written, is paid twice. It passes; who comes next goes on.
     */
    private static boolean isStoreAway(RuntimeException failure) {
        return failure instanceof Problem problem && problem.code() == ProblemCode.STORAGE_UNAVAILABLE;
    }

    private static Problem brokeOff(RuntimeException unforeseen, UUID reference) {
        return unforeseen instanceof Problem told
                ? told
                : new Problem(
                        ProblemCode.INTERNAL,
                        "Something went wrong here that should not. Reference: " + reference + ".",
                        "Look at the timeline; if what you asked for is not there, say it again.",
                        unforeseen);
    }

    private Optional<Ending> ending(Session session, TurnRecorder recorder, Shift shift) {
        var turn = recorder.turn();
        if (turn.status() == TurnStatus.SENDING) {
            return outcome(session, recorder, shift).ofFound();
        }
        return turn.intent() == Intent.EXPORT ? exported(session, turn) : sent(session, recorder, shift);
    }

    private Optional<Ending> exported(Session session, Turn turn) {
        try {
            var render = export(session, turn);
            return Optional.of(Ending.done("", List.of())
                    .adding(Phrases.EXPORT_STARTED.in(session, render))
                    .exporting(render));
        } catch (Problem notStarted) {
            if (isStoreAway(notStarted)) {
                throw notStarted;
            }
            return Optional.of(Ending.failed("", List.of(), notStarted));
        }
    }

    private String export(Session session, Turn turn) {
        return exports.begin(session, IdKind.TURN.own(turn.id()), Intent.filmForm(turn.text()));
    }

    /** Written as SENDING before anything goes out: from then on it is never sent again. */
    private Optional<Ending> sent(Session session, TurnRecorder recorder, Shift shift) {
        var project = projects.of(session);
        TurnOutcome heard;
        try {
            sending.keepBefore(session, project, recorder.turn());
            if (!shift.has(rules.leastTime())) {
                return Optional.empty(); // what came before took its time
            }
            recorder.write(recorder.turn().sending(clock.instant()));
            var listening = new Listening(recorder, clock);
            heard = sending.say(session, project, recorder.turn(), shift.leave(), listening);
            listening.over();
        } catch (Problem nothingWasRun) {
            if (isStoreAway(nothingWasRun)) {
                throw nothingWasRun;
            }
            return Optional.of(Ending.failed("", List.of(), nothingWasRun));
        }
        return outcome(session, recorder, shift).of(heard);
    }

    private Outcome outcome(Session session, TurnRecorder recorder, Shift shift) {
        var project = projects.of(session);
        var turn = recorder.turn();
        var before = sending.before(session, turn);
        var stateWatch = new StateWatch(project, session, before, rules.looks(), recorder, shift, clock);
        var afterwards = new Afterwards(session, project, turn.film(), () -> export(session, turn));
        return new Outcome(session, project, recorder, stateWatch, afterwards, clock);
    }
}

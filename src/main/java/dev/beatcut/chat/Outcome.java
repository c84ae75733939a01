package dev.beatcut.chat;

import dev.beatcut.intent.GuiTalk;
import dev.beatcut.intent.Suggestion;
import dev.beatcut.nemo.NemoError;
import dev.beatcut.nemo.TurnOutcome;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.Project;
import dev.beatcut.session.Session;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a message that was sent: told by the stream where it spoke, by the state where it did not. Empty where
 * the worker has to go first: then the turn holds how far it came.
 */
final class Outcome {

    private final Session session;
    private final Project project;
    private final TurnRecorder recorder;
    private final StateWatch stateWatch;
    private final Afterwards afterwards;
    private final InstantSource clock;

    Outcome(
            Session session,
            Project project,
            TurnRecorder recorder,
            StateWatch stateWatch,
            Afterwards afterwards,
            InstantSource clock) {
        this.session = session;
        this.project = project;
        this.recorder = recorder;
        this.stateWatch = stateWatch;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    Optional<Ending> of(TurnOutcome heard) {
        return switch (heard) {
            case TurnOutcome.Spoke(var text) -> spoke(GuiTalk.of(text));
            case TurnOutcome.Silent() -> silent(Silence.WORDLESS, GuiTalk.of(""));
            case TurnOutcome.Empty() -> silent(Silence.EMPTY, GuiTalk.of(""));
            case TurnOutcome.Failed(var text, var error) -> Optional.of(failed(GuiTalk.of(text), error));
            case TurnOutcome.Cut(var text) -> silent(Silence.CUT, GuiTalk.of(text));
            case TurnOutcome.TimedOut(var text) -> silent(Silence.TIMED_OUT, GuiTalk.of(text));
            case TurnOutcome.Left(var text) -> silent(Silence.LEFT, GuiTalk.of(text));
        };
    }

    /** Of a turn that another worker has sent. */
    Optional<Ending> ofFound() {
        var turn = recorder.turn();
        return turn.looking() == null
                ? silent(Silence.INTERRUPTED, turn.reply(), turn.lastSign(), Set.of())
                : told(turn.looking());
    }

    private Optional<Ending> spoke(GuiTalk said) {
        if (said.text().isBlank()) {
            return silent(Silence.WORDLESS, said);
        }
        var look = stateWatch.untilReadable();
        return Optional.of(
                look instanceof Look.Unreadable(var why) && look.isLost()
                        ? afterwards.ofFailed(Ending.failed(said.text(), List.of(), why))
                        : afterwards.of(Ending.done(said.text(), look.changesOrNone()), said.suggestions(), look));
    }

    /** Work upstream may go on after what is told to have failed, as behind a gateway that lost its patience. */
    private Ending failed(GuiTalk said, NemoError error) {
        var look = error.kind().beforeAnyWork() ? stateWatch.untilReadable() : stateWatch.untilChanged();
        var problem = meaning(error);
        if (look instanceof Look.Unreadable(var why) && look.isLost()) {
            return afterwards.ofFailed(Ending.failed(said.text(), List.of(), why));
        }
        var ending = Ending.failed(said.text(), look.changesOrNone(), problem);
        if (look instanceof Look.Unreadable) {
            ending = ending.adding(Phrases.NOT_KNOWN.in(session));
        } else if (look.changed()) {
            ending = ending.adding(Phrases.CHANGED_NEVERTHELESS.of(session, ending.changes()));
        }
        return afterwards.ofFailed(ending);
    }

    private Problem meaning(NemoError error) {
        try {
            return project.problem(error);
        } catch (Problem noAccount) {
            return noAccount;
        }
    }

    private Optional<Ending> silent(Silence why, GuiTalk said) {
        return silent(why, said.text(), clock.instant(), said.suggestions());
    }

    private Optional<Ending> silent(Silence why, String said, Instant lastSign, Set<Suggestion> suggested) {
        var looking = new Looking(why, 0, lastSign, suggested);
        recorder.write(recorder.turn().saying(said, lastSign).looking(looking));
        if (!why.streamEnded()) {
            recorder.note(Phrases.in(session, why.words(), Phrases.LOOKING));
        }
        return told(looking);
    }

    private Optional<Ending> told(Looking looking) {
        return stateWatch.untilTold().map(look -> switch (look) {
            case Look.Unreadable(var why) -> unknown(looking.why(), why);
            case Look.Seen(var now, var changes) ->
                changes.isEmpty() ? unchanged(looking, look) : changed(looking, look, changes);
        });
    }

    private Ending changed(Looking looking, Look look, List<String> changes) {
        var ending = Ending.done(recorder.turn().reply(), changes).adding(Phrases.CHANGED.of(session, changes));
        return afterwards.of(ending, looking.suggested(), look);
    }

    private Ending unchanged(Looking looking, Look look) {
        if (looking.why() != Silence.WORDLESS) {
            var problem = new Problem(
                    ProblemCode.UPSTREAM_TIMED_OUT,
                    looking.why().words().inEnglish() + " " + Phrases.NOT_CHANGED.inEnglish(),
                    "Look at the timeline; if what you asked for is not there, say it again.");
            return afterwards.ofFailed(
                    inWords(looking.why(), Phrases.NOT_CHANGED, problem).offering(Offer.RETRY));
        }
        var wordless = Phrases.in(session, Phrases.WORDLESS, Phrases.AS_IT_WAS);
        var ending = Ending.done("", List.of());
        var shown = afterwards.of(
                looking.suggested().isEmpty() ? ending.adding(wordless) : ending, looking.suggested(), look);
        return shown.ownWords().isEmpty() ? shown.adding(wordless) : shown;
    }

    private Ending unknown(Silence why, Problem unreadable) {
        var problem = unreadable.code() == ProblemCode.UPSTREAM_SESSION_GONE
                ? unreadable
                : new Problem(
                        unreadable.code(),
                        Phrases.NOT_KNOWN.inEnglish() + " " + unreadable.detail(),
                        "Look at the timeline before you say it again: the message was not sent again.",
                        unreadable);
        return afterwards.ofFailed(inWords(why, Phrases.NOT_KNOWN, problem));
    }

    private Ending inWords(Silence why, Phrases result, Problem problem) {
        return Ending.failed(recorder.turn().reply(), List.of(), problem)
                .adding(Phrases.in(session, why.words(), result));
    }
}

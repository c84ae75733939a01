package dev.beatcut.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.intent.GuiTalk;
import dev.beatcut.nemo.TurnOutcome;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.Project;
import dev.beatcut.session.Session;
import dev.beatcut.state.Pause;
import dev.beatcut.timeline.Changes;
import dev.beatcut.timeline.Draft;
import java.time.Duration;
import java.util.List;

/** What became of a message that was sent: told by the stream where it spoke, by the state where it did not. */
final class Outcome {

    /** When to look again. */
    record Looks(List<Duration> silent, List<Duration> broken) {}

    private final Project project;
    private final Session session;
    private final JsonNode before;
    private final Looks looks;
    private final Pause pause;

    /** @param before the draft as it was when the message was sent, or null if there was none */
    Outcome(Project project, Session session, JsonNode before, Looks looks, Pause pause) {
        this.project = project;
        this.session = session;
        this.before = before;
        this.looks = looks;
        this.pause = pause;
    }

    Ending of(TurnOutcome heard) {
        return switch (heard) {
            case TurnOutcome.Spoke(var text) -> spoke(text);
            case TurnOutcome.Silent() -> silent();
            case TurnOutcome.Empty() -> empty();
            case TurnOutcome.Failed(var text, var error) ->
                Ending.failed(GuiTalk.of(text).text(), changesNow(), project.problem(error));
            case TurnOutcome.Cut(var text) -> broken(text, "The connection broke");
            case TurnOutcome.Left(var text) -> broken(text, "The reply was not heard to its end");
            case TurnOutcome.TimedOut(var text) -> broken(text, "The reply took too long");
        };
    }

    /** Of a turn whose process died after it was sent. */
    Ending ofInterrupted(String soFar) {
        return broken(soFar, "The turn was interrupted");
    }

    private Ending spoke(String text) {
        var said = GuiTalk.of(text).text();
        var changes = changesNow();
        return said.isEmpty() ? told(changes, Phrases.UNCHANGED.in(session)) : Ending.said(said, changes);
    }

    private Ending silent() {
        return told(awaitChanges(looks.silent(), true), Phrases.UNCHANGED.in(session));
    }

    private Ending empty() {
        var changes = awaitChanges(looks.silent(), true);
        if (!changes.isEmpty()) {
            return told(changes, "");
        }
        return Ending.failed("", List.of(), noReply("The upstream answered nothing"));
    }

    private Ending broken(String text, String what) {
        var said = GuiTalk.of(text == null ? "" : text).text();
        var changes = awaitChanges(looks.broken(), false);
        if (changes.isEmpty()) {
            return Ending.failed(said, List.of(), noReply(what));
        }
        var words = Phrases.changed(session, changes);
        return Ending.said(said.isEmpty() ? words : said + "\n\n" + words, changes);
    }

    private Ending told(List<String> changes, String otherwise) {
        return changes.isEmpty() ? Ending.said(otherwise) : Ending.said(Phrases.changed(session, changes), changes);
    }

    private static Problem noReply(String what) {
        return new Problem(
                ProblemCode.UPSTREAM_TIMED_OUT,
                what + ", and the timeline has not changed. The message was not sent again.",
                "Look at the timeline; if what you asked for is not there, say it again.");
    }

    private List<String> awaitChanges(List<Duration> waits, boolean atOnce) {
        var changes = atOnce ? changesNow() : List.<String>of();
        for (var wait : waits) {
            if (!changes.isEmpty() || Thread.currentThread().isInterrupted()) {
                return changes;
            }
            pause.of(wait);
            changes = changesNow();
        }
        return changes;
    }

    /** None as well where the state cannot be read: then nobody knows. */
    private List<String> changesNow() {
        try {
            var now = Draft.read(project.state().draft());
            return Changes.between(Draft.read(before), now).stream()
                    .map(change -> change.say(session.language()))
                    .toList();
        } catch (Problem unreadable) {
            return List.of();
        }
    }
}

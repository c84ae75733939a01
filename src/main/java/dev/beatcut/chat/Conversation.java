package dev.beatcut.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.beatcut.intent.Intent;
import dev.beatcut.problem.Problem;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Projects;
import dev.beatcut.session.Session;
import dev.beatcut.state.Key;
import dev.beatcut.state.Packed;
import dev.beatcut.state.Pause;
import dev.beatcut.state.Records;
import dev.beatcut.state.Versioned;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;

/** Runs one turn to its end; who calls holds the session's lease. */
final class Conversation {

    /** How an export is started: the session and the new render's name give its id. */
    interface Exports extends BiFunction<Session, String, String> {}

    private final Records<Turn> turns;
    private final Records<Packed> drafts;
    private final ObjectMapper json;
    private final Projects projects;
    private final Exports exports;
    private final Live live;
    private final InstantSource clock;
    private final Pause pause;
    private final Outcome.Looks looks;
    private final Duration noteEvery;

    Conversation(
            Records<Turn> turns,
            Records<Packed> drafts,
            ObjectMapper json,
            Projects projects,
            Exports exports,
            Live live,
            InstantSource clock,
            Pause pause,
            Outcome.Looks looks,
            Duration noteEvery) {
        this.turns = turns;
        this.drafts = drafts;
        this.json = json;
        this.projects = projects;
        this.exports = exports;
        this.live = live;
        this.clock = clock;
        this.pause = pause;
        this.looks = looks;
        this.noteEvery = noteEvery;
    }

    void run(Session session, Versioned<Turn> turn) {
        try {
            switch (turn.value().status()) {
                case QUEUED -> begin(session, turn);
                case SENDING ->
                    end(
                            turn,
                            outcome(session, turn.value())
                                    .ofInterrupted(turn.value().reply()));
                case DONE, FAILED -> {}
            }
        } finally {
            live.over(turn.value().id());
        }
    }

    private void begin(Session session, Versioned<Turn> turn) {
        try {
            if (turn.value().intent() == Intent.EXPORT) {
                end(turn, export(session, turn.value()));
            } else {
                send(session, turn);
            }
        } catch (Problem beforeItWasSent) {
            end(turn, Ending.failed("", List.of(), beforeItWasSent));
        }
    }

    private Ending export(Session session, Turn turn) {
        var render = exports.apply(session, IdKind.TURN.own(turn.id()));
        return Ending.exports(Phrases.EXPORT_STARTED.in(session, render), render);
    }

    /** Written as SENDING before anything goes out: from then on it is never sent again. */
    private void send(Session session, Versioned<Turn> turn) {
        var project = projects.of(session);
        var before = project.state().draft();
        keep(Turn.beforeKey(session, turn.value().id()), Packed.of(text(before)));
        var sending = turns.update(turn, turn.value().sending(clock.instant()), null);
        var listener = new Listening(sending, turns, live, clock, noteEvery, Phrases.STILL_WORKING.in(session));
        end(listener, heard(session, sending.value(), listener));
    }

    private void keep(Key key, Packed draft) {
        drafts.get(key).map(older -> drafts.update(older, draft, null)).orElseGet(() -> drafts.insert(key, draft));
    }

    private Ending heard(Session session, Turn turn, Listening listener) {
        try {
            return outcome(session, turn).of(projects.of(session).say(turn.sent(), Instant.MAX, listener));
        } catch (Problem refused) {
            return Ending.failed(listener.soFar(), List.of(), refused);
        }
    }

    private void end(Listening listener, Ending ending) {
        end(listener.stored(), ending);
    }

    private void end(Versioned<Turn> turn, Ending ending) {
        turns.update(turn, turn.value().over(ending, clock.instant()), null);
    }

    private Outcome outcome(Session session, Turn turn) {
        var before = drafts.get(Turn.beforeKey(session, turn.id()))
                .map(kept -> tree(kept.value().text()))
                .orElse(null);
        return new Outcome(projects.of(session), session, before, looks, pause);
    }

    private static String text(JsonNode draft) {
        return (draft == null ? NullNode.getInstance() : draft).toString();
    }

    private JsonNode tree(String draft) {
        try {
            return json.readTree(draft);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

package dev.beatcut.chat;

import dev.beatcut.intent.Intent;
import dev.beatcut.problem.ProblemBody;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Session;
import dev.beatcut.state.Key;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A message and what came of it.
 *
 * @param text as the caller said it
 * @param media ids of the files that it is about; empty: all
 * @param sent as it goes upstream
 * @param reply so far
 * @param changes what became of the timeline, in words
 * @param render the export that it started, or null
 * @param problem why it failed, or null
 */
record Turn(
        String id,
        String owner,
        String session,
        String text,
        List<String> media,
        String sent,
        Intent intent,
        TurnStatus status,
        String reply,
        List<String> changes,
        List<Note> notes,
        String render,
        ProblemBody problem,
        Instant createdAt,
        Instant sentAt,
        Instant finishedAt) {

    static final String ROOM = "turn";

    static Key key(Session session, String id) {
        return new Key(session.partition(ROOM), IdKind.TURN.own(id));
    }

    /** Where the draft as it was before the turn is kept. */
    static Key beforeKey(Session session, String id) {
        return new Key(session.partition("turn-before"), IdKind.TURN.own(id));
    }

    Turn sending(Instant now) {
        return new Turn(
                id,
                owner,
                session,
                text,
                media,
                sent,
                intent,
                TurnStatus.SENDING,
                reply,
                changes,
                notes,
                render,
                problem,
                createdAt,
                now,
                null);
    }

    Turn saying(String soFar) {
        return new Turn(
                id, owner, session, text, media, sent, intent, status, soFar, changes, notes, render, problem,
                createdAt, sentAt, null);
    }

    Turn noted(Note note) {
        var all = Stream.concat(notes.stream(), Stream.of(note)).toList();
        return new Turn(
                id, owner, session, text, media, sent, intent, status, reply, changes, all, render, problem, createdAt,
                sentAt, null);
    }

    Turn over(Ending ending, Instant now) {
        var end = ending.problem() == null ? TurnStatus.DONE : TurnStatus.FAILED;
        return new Turn(
                id,
                owner,
                session,
                text,
                media,
                sent,
                intent,
                end,
                ending.reply(),
                ending.changes(),
                notes,
                ending.render(),
                ending.problem(),
                createdAt,
                sentAt,
                now);
    }
}

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
 * @param film whether it asks for the film as well
 * @param reply so far
 * @param changes what became of the timeline, in words
 * @param offers what the caller may say next
 * @param render the export that it started, or null
 * @param problem why it failed, or why the film that it asked for is not made, or null
 * @param heardAt when the last word of the reply was written, or null
 * @param looking where the looks at the state stand, or null where the stream tells
 */
record Turn(
        String id,
        String owner,
        String session,
        String text,
        List<String> media,
        String sent,
        Intent intent,
        boolean film,
        TurnStatus status,
        String reply,
        List<String> changes,
        List<Offer> offers,
        List<Note> notes,
        String render,
        ProblemBody problem,
        Looking looking,
        Instant createdAt,
        Instant sentAt,
        Instant heardAt,
        Instant finishedAt) {

    static final String ROOM = "turn";

    /** A record must fit into a document of the table, in any script and with any escapes. */
    private static final int LONGEST_REPLY = 40_000;

    private static final int MOST_CHANGES = 50;
    private static final int LONGEST_CHANGE = 300;

    Turn {
        offers = offers == null ? List.of() : offers;
        reply = cut(reply, LONGEST_REPLY);
        changes = some(changes);
    }

    /** @param files what the files that it is about are called upstream */
    static Turn of(String id, Session session, NewTurn said, List<String> files, Instant now) {
        var film = Intent.wantsFilm(said.text());
        var edit = Intent.withoutFilm(said.text());
        var intent = film && edit.isBlank() ? Intent.EXPORT : Intent.of(said.text());
        var sent = Phrases.about(session, files, edit);
        return queued(id, session, said, sent, intent, film && intent == Intent.EDIT, now);
    }

    private static List<String> some(List<String> all) {
        var kept = all.stream().limit(MOST_CHANGES).map(change -> cut(change, LONGEST_CHANGE));
        var more = all.size() > MOST_CHANGES ? Stream.of("+" + (all.size() - MOST_CHANGES)) : Stream.<String>empty();
        return Stream.concat(kept, more).toList();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    static Turn queued(
            String id, Session session, NewTurn said, String sent, Intent intent, boolean film, Instant now) {
        return new Turn(
                id,
                session.owner(),
                session.id(),
                said.text(),
                said.media(),
                sent,
                intent,
                film,
                TurnStatus.QUEUED,
                "",
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                now,
                null,
                null,
                null);
    }

    static Key key(Session session, String id) {
        return new Key(session.partition(ROOM), IdKind.TURN.own(id));
    }

    /** Where the draft as it was before the turn is kept. */
    static Key beforeKey(Session session, String id) {
        return new Key(session.partition("turn-before"), IdKind.TURN.own(id));
    }

    Turn sending(Instant now) {
        return stands(TurnStatus.SENDING, reply, notes, null, now, null);
    }

    Turn saying(String soFar, Instant now) {
        return stands(status, soFar, notes, looking, sentAt, now);
    }

    Turn noted(Note note) {
        return stands(
                status, reply, Stream.concat(notes.stream(), Stream.of(note)).toList(), looking, sentAt, heardAt);
    }

    Turn looking(Looking now) {
        return stands(status, reply, notes, now, sentAt, heardAt);
    }

    /** The last that the upstream was known to be at it. */
    Instant lastSign() {
        return heardAt == null ? sentAt : heardAt;
    }

    private Turn stands(
            TurnStatus status, String reply, List<Note> notes, Looking looking, Instant sentAt, Instant heardAt) {
        return new Turn(
                id, owner, session, text, media, sent, intent, film, status, reply, changes, offers, notes, render,
                problem, looking, createdAt, sentAt, heardAt, null);
    }

    Turn over(Ending ending, Instant now) {
        return new Turn(
                id,
                owner,
                session,
                text,
                media,
                sent,
                intent,
                film,
                ending.status(),
                ending.reply(),
                ending.changes(),
                ending.offers(),
                notes,
                ending.render(),
                ending.problem(),
                null,
                createdAt,
                sentAt,
                heardAt,
                now);
    }
}

package dev.beatcut.studio.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Key;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import dev.beatcut.state.Versioned;
import dev.beatcut.studio.beat.Correction;
import dev.beatcut.studio.plan.History;
import dev.beatcut.timeline.Draft;
import dev.beatcut.timeline.Timeline;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The projects. */
@Singleton
public final class Sessions {

    private final Records<Session> sessions;
    private final Documents documents;
    private final Mint mint;
    private final InstantSource clock;

    public Sessions(Table table, ObjectMapper json, InstantSource clock, Documents documents, Mint mint) {
        this.sessions = Records.of(table, json, Session.class, clock);
        this.documents = documents;
        this.mint = mint;
        this.clock = clock;
    }

    public Session open(String owner, String taskName, String language) {
        var session = Session.open(mint.sessionId(), mint.taskId(), taskName, owner, language, clock.millis());
        return sessions.insert(key(session.id()), session).value();
    }

    /** @throws Problem UPSTREAM_SESSION_GONE if there is none, or it is another user's */
    public Session of(String owner, String id) {
        return find(id).filter(session -> session.owner().equals(owner)).orElseThrow(() -> gone(id));
    }

    /** The current draft of {@code session}, null before the first edit. */
    public JsonNode draft(Session session) {
        return documents.read(session.draft());
    }

    /** The films that undo and redo lead to. */
    History history(Session session) {
        return by -> session.versions()
                .at(by)
                .map(version -> Draft.read(documents.read(version.draft())))
                .orElse(null);
    }

    Optional<Session> find(String id) {
        return id.matches("\\d{1,19}") ? sessions.get(key(id)).map(Versioned::value) : Optional.empty();
    }

    /** @throws Problem INVALID_REQUEST if the session would hold too many files */
    Session add(String id, List<Media> brought) {
        return change(id, session -> {
            if (session.media().size() + brought.size() > Session.MOST_MEDIA) {
                throw Problem.invalid(
                        "A session holds up to " + Session.MOST_MEDIA + " files and this one has "
                                + session.media().size() + ".",
                        "Open a new session.");
            }
            return session.with(brought);
        });
    }

    /** @throws Problem RATE_LIMITED if too many turns wait already */
    void queue(String id, String turn) {
        change(id, session -> {
            if (session.turns().size() >= Session.MOST_WAITING) {
                throw new Problem(
                        ProblemCode.RATE_LIMITED,
                        session.turns().size() + " messages of this session wait already.",
                        "Wait until they are done.");
            }
            return session.queue(turn);
        });
    }

    /** @param corrections of songs, by media hash, that are other ones from now on */
    void edit(String id, String turn, Timeline film, Map<String, Correction> corrections) {
        var stored = film.equals(Timeline.EMPTY) ? null : documents.keepOutside(Draft.write(film));
        change(id, session -> session.edit(turn, stored, corrections));
    }

    /** Undoes edits, or does undone ones again: {@code by} as in {@link History#at}. */
    void step(String id, String turn, int by) {
        change(id, session -> session.step(turn, by));
    }

    /** Of a session that is gone meanwhile nothing is left to be over. */
    void over(String id, String turn) {
        sessions.change(key(id), session -> session.over(turn));
    }

    /**
     * Forgets a session with its timeline; no edit of a turn under way is kept, and none is paid.
     *
     * @return what its owner is told from now on
     */
    public Problem forget(String id) {
        for (var found = sessions.get(key(id)); found.isPresent(); found = sessions.get(key(id))) {
            try {
                sessions.delete(found.get());
            } catch (Conflict changedMeanwhile) {
                Thread.onSpinWait();
            }
        }
        return gone(id);
    }

    private Session change(String id, UnaryOperator<Session> change) {
        return sessions.change(key(id), change).map(Versioned::value).orElseThrow(() -> gone(id));
    }

    private static Problem gone(String id) {
        return new Problem(
                ProblemCode.UPSTREAM_SESSION_GONE, "There is no session \"" + id + "\".", "Open a new session.");
    }

    private static Key key(String id) {
        return new Key("studio/session", id);
    }
}

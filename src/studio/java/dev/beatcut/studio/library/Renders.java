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
import dev.beatcut.studio.render.Output;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The ledger of exports. */
@Singleton
public final class Renders {

    static final String PARTITION = "studio/render";

    private final Records<RenderJob> jobs;
    private final Records<Film> films;
    private final Documents documents;
    private final Mint mint;
    private final InstantSource clock;

    /** Which job a capability opens. */
    record Film(String job) {}

    public Renders(Table table, ObjectMapper json, InstantSource clock, Documents documents, Mint mint) {
        this.jobs = Records.of(table, json, RenderJob.class, clock);
        this.films = Records.of(table, json, Film.class, clock);
        this.documents = documents;
        this.mint = mint;
        this.clock = clock;
    }

    /**
     * Stores a job; the same id in the same session again is the same job, as it stands now.
     *
     * @param wait before anybody begins
     * @throws Problem CONFLICT if the id belongs to another session
     */
    RenderJob submit(Session session, String id, JsonNode draft, Output output, Duration wait) {
        var known = find(id);
        if (known.isEmpty()) {
            var job = new RenderJob(
                    id,
                    session.owner(),
                    session.id(),
                    mint.capability(),
                    documents.keep(draft),
                    output,
                    RenderJob.Status.PENDING,
                    0,
                    0,
                    0,
                    null,
                    null,
                    clock.millis(),
                    0);
            try {
                films.insert(filmKey(job.capability()), new Film(id));
                return jobs.insert(key(id), job, clock.instant().plus(wait), null)
                        .value();
            } catch (Conflict raced) {
                known = find(id);
            }
        }
        return known.filter(
                        job -> job.session().equals(session.id()) && job.owner().equals(session.owner()))
                .orElseThrow(() -> taken(id));
    }

    void forget(String id) {
        jobs.get(key(id)).ifPresent(jobs::delete);
    }

    /** @throws Problem NOT_FOUND if there is none, or it is another user's */
    public RenderJob of(String owner, String id) {
        return find(id).filter(job -> job.owner().equals(owner)).orElseThrow(() -> Problem.notFound("render", id));
    }

    /** @throws Problem NOT_FOUND if it is not {@link #of} the user's, or has no film (yet) */
    public RenderJob finished(String owner, String id) {
        var job = of(owner, id);
        if (job.status() != RenderJob.Status.COMPLETED) {
            throw Problem.notFound("finished film of the render", id);
        }
        return job;
    }

    /** @throws Problem NOT_FOUND if {@code capability} opens no finished film */
    public RenderJob film(String capability) {
        return films.get(filmKey(capability))
                .flatMap(film -> find(film.value().job()))
                .filter(job -> job.status() == RenderJob.Status.COMPLETED)
                .orElseThrow(() -> Problem.notFound("film", capability));
    }

    Optional<RenderJob> find(String id) {
        return jobs.get(key(id)).map(Versioned::value);
    }

    /** Changes a job that is not over; one that is stays as it is. */
    RenderJob change(String id, UnaryOperator<RenderJob> change) {
        return jobs.change(key(id), change, Renders::due)
                .map(Versioned::value)
                .orElseThrow(() -> Problem.notFound("render", id));
    }

    /** As part of {@code attempt}: a job that somebody has begun anew since stays as it is. */
    RenderJob change(RenderJob attempt, UnaryOperator<RenderJob> change) {
        return change(attempt.id(), open -> open.attempts() == attempt.attempts() ? change.apply(open) : open);
    }

    private static Instant due(Versioned<RenderJob> stored) {
        return stored.value().isOver() ? null : stored.due();
    }

    private static Problem taken(String id) {
        return new Problem(
                ProblemCode.CONFLICT,
                "The render id \"" + id + "\" is in use in another session.",
                "Make a new render id.");
    }

    static Key key(String id) {
        return new Key(PARTITION, id);
    }

    private static Key filmKey(String capability) {
        return new Key("studio/film", capability);
    }
}

package dev.beatcut.render;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.announce.Announcement;
import dev.beatcut.announce.Audience;
import dev.beatcut.nemo.RenderOutput;
import dev.beatcut.problem.ProblemBody;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Session;
import dev.beatcut.state.Ids;
import dev.beatcut.state.Key;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A row of the ledger.
 *
 * @param fileName what the film is saved as
 * @param draftHash of what was asked for
 * @param progress percent; never goes back
 * @param attempts the last one is the current one
 * @param cancelAsked by the caller
 * @param link to the upstream's film, or null
 * @param kept whether the film is among our objects
 * @param keepTries how often keeping it has failed
 * @param report measured on the finished film, or null
 * @param problem why it failed, or null
 * @param taken how long such exports took when this one began, shortest first: milliseconds
 * @param filmMs how long the film is
 * @param audience who wants to be told of the end
 * @param announcement how far that is; null until the end
 */
record Render(
        String id,
        String owner,
        String session,
        String fileName,
        RenderOutput output,
        String draftHash,
        RenderState status,
        int progress,
        List<Attempt> attempts,
        boolean cancelAsked,
        URI link,
        boolean kept,
        int keepTries,
        JsonNode report,
        ProblemBody problem,
        Instant createdAt,
        Instant finishedAt,
        long filmMs,
        List<Long> taken,
        Audience audience,
        Announcement announcement) {

    static final String ROOM = "render";
    private static final String DRAFTS = "render-draft";

    Render {
        report = report == null || report.isNull() ? null : report;
        attempts = List.copyOf(attempts);
        taken = taken == null ? List.of() : List.copyOf(taken);
        audience = audience == null ? Audience.NOBODY : audience;
    }

    static Render begun(
            String id,
            Session session,
            RenderOutput output,
            String draftHash,
            Duration film,
            List<Long> taken,
            Audience audience,
            Instant now,
            Supplier<String> upstreamIds) {
        var fileName = session.name().replaceAll("[^\\p{L}\\p{N} ._-]", "_") + "." + output.format();
        return new Render(
                id,
                session.owner(),
                session.id(),
                fileName,
                output,
                draftHash,
                RenderState.SUBMITTING,
                0,
                List.of(Attempt.begun(upstreamIds.get(), now)),
                false,
                null,
                false,
                0,
                null,
                null,
                now,
                null,
                film.toMillis(),
                taken,
                audience,
                null);
    }

    static Key key(Session session, String id) {
        return new Key(session.partition(ROOM), Ids.newestFirst(IdKind.RENDER.own(id)));
    }

    /** Where the draft that was asked for is kept. */
    static Key draftKey(Session session, String id) {
        return new Key(session.partition(DRAFTS), IdKind.RENDER.own(id));
    }

    Key draftKey() {
        return new Key(Session.partition(DRAFTS, owner, session), IdKind.RENDER.own(id));
    }

    /** Where the film is kept. */
    String object() {
        return ROOM + "/" + IdKind.SESSION.own(session) + "/" + IdKind.RENDER.own(id) + "." + output.format();
    }

    @JsonIgnore
    Attempt current() {
        return attempts.getLast();
    }

    /** The name of the event of its end. */
    String event() {
        return "evt_" + IdKind.SESSION.own(session) + IdKind.RENDER.own(id);
    }

    Change change() {
        return new Change(this);
    }

    /** What one look at the upstream changes. */
    static final class Change {
        private final Render before;
        private final List<Attempt> attempts;
        private RenderState status;
        private int progress;
        private boolean cancelAsked;
        private URI link;
        private boolean kept;
        private int keepTries;
        private JsonNode report;
        private ProblemBody problem;
        private Instant finishedAt;
        private Audience audience;
        private Announcement announcement;

        private Change(Render render) {
            before = render;
            attempts = new ArrayList<>(render.attempts);
            status = render.status;
            progress = render.progress;
            cancelAsked = render.cancelAsked;
            link = render.link;
            kept = render.kept;
            keepTries = render.keepTries;
            report = render.report;
            problem = render.problem;
            finishedAt = render.finishedAt;
            audience = render.audience;
            announcement = render.announcement;
        }

        Change status(RenderState heard) {
            status = status.advance(heard);
            return this;
        }

        Change newAttempt(Attempt attempt) {
            attempts.add(attempt);
            return this;
        }

        Change progress(int heard) {
            progress = Math.max(progress, heard);
            return this;
        }

        Change cancelAsked() {
            cancelAsked = true;
            return this;
        }

        Change film(URI where, boolean isKept, JsonNode measured) {
            link = where;
            kept = isKept;
            report = measured;
            return this;
        }

        Change keepingFailed() {
            keepTries++;
            return this;
        }

        Change over(RenderState end, ProblemBody why, Instant at) {
            status(end);
            problem = why;
            finishedAt = at;
            announcement = Announcement.to(audience, at);
            return this;
        }

        /** Who asks last is told, even of an end that was told to others. */
        Change audience(Audience latest) {
            audience = audience.or(latest);
            announcement = announcement == null ? null : announcement.to(latest);
            return this;
        }

        /** As if nobody had come since. */
        Change toldAs(Render then) {
            audience = then.audience;
            announcement = then.announcement;
            return this;
        }

        Change announcement(Announcement told) {
            announcement = told;
            return this;
        }

        Change attempt(UnaryOperator<Attempt> change) {
            attempts.add(change.apply(attempts.removeLast()));
            return this;
        }

        Render done() {
            return new Render(
                    before.id,
                    before.owner,
                    before.session,
                    before.fileName,
                    before.output,
                    before.draftHash,
                    status,
                    progress,
                    List.copyOf(attempts),
                    cancelAsked,
                    link,
                    kept,
                    keepTries,
                    report,
                    problem,
                    before.createdAt,
                    finishedAt,
                    before.filmMs,
                    before.taken,
                    audience,
                    announcement);
        }
    }
}

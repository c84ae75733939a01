package dev.beatcut.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.nemo.RenderJob;
import dev.beatcut.nemo.RenderOutput;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemBody;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Project;
import dev.beatcut.session.Projects;
import dev.beatcut.session.Session;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Key;
import dev.beatcut.state.Packed;
import dev.beatcut.state.Records;
import dev.beatcut.state.Versioned;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Flow 1: an export is written before it is asked for, submitted under one id until the upstream has heard of it, and
 * followed to its end by whoever finds it due. Every step begins with a lease and ends with a compare-and-put.
 */
final class Ledger {

    /** How patient it is. */
    record Rules(int attempts, int keepTries, Duration pollEvery, Duration lease) {}

    private final Records<Render> renders;
    private final Records<Packed> drafts;
    private final ObjectMapper json;
    private final Projects projects;
    private final Films films;
    private final InstantSource clock;
    private final Supplier<String> upstreamIds;
    private final Rules rules;

    Ledger(
            Records<Render> renders,
            Records<Packed> drafts,
            ObjectMapper json,
            Projects projects,
            Films films,
            InstantSource clock,
            Supplier<String> upstreamIds,
            Rules rules) {
        this.renders = renders;
        this.drafts = drafts;
        this.json = json;
        this.projects = projects;
        this.films = films;
        this.clock = clock;
        this.upstreamIds = upstreamIds;
        this.rules = rules;
    }

    /** Writes the row, due as if its writer died now. Submitting it is {@link #step}. */
    Versioned<Render> write(Session session, String own, JsonNode draft, RenderOutput output) {
        var id = IdKind.RENDER.in(session, own);
        var text = draft.toString();
        var draftKey = Render.draftKey(session, id);
        drafts.get(draftKey).orElseGet(() -> drafts.insert(draftKey, Packed.of(text)));
        var now = clock.instant();
        var first = new Attempt(upstreamIds.get(), RenderState.SUBMITTING, now, null);
        var fileName = session.name().replaceAll("[^\\p{L}\\p{N} ._-]", "_") + "." + output.format();
        var row = new Render(
                id,
                session.owner(),
                session.id(),
                fileName,
                output,
                Packed.hash(text),
                RenderState.SUBMITTING,
                0,
                List.of(first),
                false,
                null,
                false,
                0,
                null,
                null,
                now,
                null);
        return renders.insert(Render.key(session, id), row, now.plus(rules.lease()), null);
    }

    /** Asks for a job that was just written: the upstream cannot have heard of it. */
    Render submitFirst(Session session, Versioned<Render> written) {
        var render = written.value();
        return settle(written, attempt(render, () -> submit(session, render)));
    }

    /** Takes the next step if it is due. */
    void carryOn(Key key) {
        renders.get(key)
                .filter(read -> read.due() != null && !read.due().isAfter(clock.instant()))
                .flatMap(this::lease)
                .ifPresent(leased -> settle(leased, attempt(leased.value(), () -> step(leased.value()))));
    }

    private Optional<Versioned<Render>> lease(Versioned<Render> read) {
        try {
            return Optional.of(
                    renders.update(read, read.value(), clock.instant().plus(rules.lease())));
        } catch (Conflict anotherIsAtIt) {
            return Optional.empty();
        }
    }

    private Render settle(Versioned<Render> leased, Render next) {
        try {
            var due = next.status().isOver() ? null : clock.instant().plus(rules.pollEvery());
            return renders.update(leased, next, due).value();
        } catch (Conflict cancelledMeanwhile) {
            return renders.get(leased.key()).map(Versioned::value).orElse(next);
        }
    }

    /** What cannot be known now is asked again; what is refused is a failure. */
    private Render attempt(Render render, Supplier<Render> step) {
        try {
            return step.get();
        } catch (Problem problem) {
            return problem.code().retryable() ? render : failed(render, problem);
        }
    }

    private Render step(Render render) {
        var session = projects.of(render.owner(), render.session());
        if (render.cancelAsked()) {
            return cancel(session, render);
        }
        return switch (render.current().status()) {
            case SUBMITTING -> adoptOrSubmit(session, render);
            case PENDING, PROCESSING, COMPLETED, FAILED, CANCELLED -> poll(session, render);
        };
    }

    /** After a crash nobody knows whether the upstream heard of it: only the upstream does. */
    private Render adoptOrSubmit(Session session, Render render) {
        return ask(session, render).map(job -> heard(session, render, job)).orElseGet(() -> submit(session, render));
    }

    private Render poll(Session session, Render render) {
        return ask(session, render)
                .map(job -> heard(session, render, job))
                .orElseGet(() -> again(render, "The upstream no longer knows this export."));
    }

    private Optional<RenderJob> ask(Session session, Render render) {
        try {
            return Optional.of(projects.of(session).render(render.current().upstreamId()));
        } catch (Problem problem) {
            if (problem.code() == ProblemCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    private Render submit(Session session, Render render) {
        var draft = drafts.get(Render.draftKey(session, render.id()))
                .orElseThrow()
                .value()
                .text();
        var project = projects.of(session);
        return heard(session, render, project.submit(render.current().upstreamId(), tree(draft), render.output()));
    }

    private JsonNode tree(String draft) {
        try {
            return json.readTree(draft);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Render heard(Session session, Render render, RenderJob job) {
        return switch (job.status()) {
            case PENDING, PROCESSING -> {
                var state = RenderState.of(job.status());
                yield render.change()
                        .attempt(state, null)
                        .status(state)
                        .progress(job.progress())
                        .done();
            }
            case COMPLETED -> completed(projects.of(session), render, job);
            case FAILED -> again(render, job.error());
            case CANCELLED -> cancelled(render);
        };
    }

    private Render completed(Project project, Render render, RenderJob job) {
        var finished = render.change()
                .attempt(RenderState.COMPLETED, null)
                .film(job.outputUrl(), job.report())
                .progress(100);
        return switch (films.keep(project, render, job)) {
            case KEPT ->
                finished.kept()
                        .over(RenderState.COMPLETED, null, clock.instant())
                        .done();
            case NOT_WANTED ->
                finished.over(RenderState.COMPLETED, null, clock.instant()).done();
            case FAILED ->
                render.keepTries() + 1 < rules.keepTries()
                        ? render.change()
                                .keepingFailed()
                                .progress(job.progress())
                                .done()
                        : finished.over(RenderState.COMPLETED, null, clock.instant())
                                .done();
        };
    }

    /** The wire's rule: a failed job is tried again under a new id, so often and no more. */
    private Render again(Render render, String error) {
        var failed = render.change().attempt(RenderState.FAILED, error);
        if (render.attempts().size() < rules.attempts()) {
            var next = new Attempt(upstreamIds.get(), RenderState.SUBMITTING, clock.instant(), null);
            return failed.newAttempt(next).done();
        }
        var problem = new Problem(
                ProblemCode.RENDER_FAILED,
                "The export failed " + rules.attempts() + " times: " + (error == null ? "no reason was given." : error),
                "Look at the timeline, change what the reason names, and export again.");
        return failed.over(RenderState.FAILED, ProblemBody.of(problem), clock.instant())
                .done();
    }

    private Render failed(Render render, Problem problem) {
        return render.change()
                .attempt(RenderState.FAILED, problem.detail())
                .over(RenderState.FAILED, ProblemBody.of(problem), clock.instant())
                .done();
    }

    private Render cancel(Session session, Render render) {
        try {
            projects.of(session).cancel(render.current().upstreamId());
        } catch (Problem problem) {
            if (problem.code().retryable()) {
                throw problem;
            }
        }
        return cancelled(render);
    }

    private Render cancelled(Render render) {
        return render.change()
                .attempt(RenderState.CANCELLED, null)
                .over(RenderState.CANCELLED, null, clock.instant())
                .done();
    }
}

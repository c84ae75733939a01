package dev.beatcut.render;

import dev.beatcut.nemo.RenderJob;
import dev.beatcut.nemo.RenderStatus;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.Project;
import dev.beatcut.session.Projects;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The next step of an export that is not over: what is asked of the upstream, and what its answer makes of the row. Who
 * calls holds the row's lease, and stores what comes back.
 */
final class NextStep {

    /** An upstream that knew a job and says for so long that it does not has forgotten it. */
    static final Duration MISSING_FOR = Duration.ofSeconds(50);

    private final Drafts drafts;
    private final Projects projects;
    private final Films films;
    private final NextLook nextLook;
    private final Outcomes outcomes;
    private final InstantSource clock;
    private final Ledger.Rules rules;

    NextStep(
            Drafts drafts,
            Projects projects,
            Films films,
            NextLook nextLook,
            Outcomes outcomes,
            InstantSource clock,
            Ledger.Rules rules) {
        this.drafts = drafts;
        this.projects = projects;
        this.films = films;
        this.nextLook = nextLook;
        this.outcomes = outcomes;
        this.clock = clock;
        this.rules = rules;
    }

    /** Of one that was just written: the upstream cannot have heard of it. */
    Render first(Render render) {
        return submit(project(render), render);
    }

    /** @throws Problem what is not known now: the same step is taken later, until the export is given up */
    Render of(Render render) {
        if (outcomes.isOverdue(render)) {
            return last(render);
        }
        var project = project(render);
        if (render.cancelAsked()) {
            return cancel(project, render);
        }
        return switch (render.current().status()) {
            case SUBMITTING -> adoptOrSubmit(project, render);
            case PENDING, PROCESSING, COMPLETED, FAILED, CANCELLED -> poll(project, render);
        };
    }

    private Project project(Render render) {
        return projects.of(projects.of(render.owner(), render.session()));
    }

    /** After a crash nobody knows whether the upstream heard of it: only the upstream does. */
    private Render adoptOrSubmit(Project project, Render render) {
        return ask(project, render).map(job -> heard(project, render, job)).orElseGet(() -> submit(project, render));
    }

    private Render poll(Project project, Render render) {
        return ask(project, render)
                .map(job -> heard(project, render, job))
                .orElseGet(() ->
                        missing(render, () -> outcomes.again(render, "The upstream no longer knows this export.")));
    }

    /** One stray answer on the way decides nothing: what the upstream does not know is believed when it stays so. */
    private Render missing(Render render, Supplier<Render> believed) {
        var since = render.current().missingAt();
        if (since == null) {
            return render.change()
                    .attempt(attempt -> attempt.missing(clock.instant()))
                    .done();
        }
        return clock.instant().isBefore(since.plus(MISSING_FOR)) ? render : believed.get();
    }

    private static Optional<RenderJob> ask(Project project, Render render) {
        try {
            return Optional.of(project.render(render.current().upstreamId()));
        } catch (Problem problem) {
            if (problem.code() == ProblemCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    /** Who was held up until others may be at it before there is an answer does not submit any more. */
    private Render submit(Project project, Render render) {
        var attempt = render.current();
        var untilAnswered = rules.lease().dividedBy(3);
        if (!clock.instant().plus(untilAnswered).isBefore(attempt.submitBy())) {
            return render;
        }
        try {
            return heard(project, render, project.submit(attempt.upstreamId(), drafts.of(render), render.output()));
        } catch (Problem refused) {
            if (refused.code().retryable()) {
                throw refused;
            }
            return refused(project, render, refused);
        }
    }

    /** An answer that cannot be read, or that the id is in use, may mean that the upstream has heard of it. */
    private Render refused(Project project, Render render, Problem refused) {
        return Optional.of(refused)
                .filter(said -> said.code() == ProblemCode.UPSTREAM_REFUSED)
                .flatMap(said -> ask(project, render))
                .map(job -> heard(project, render, job))
                .orElseGet(() -> outcomes.failed(render, refused));
    }

    private Render heard(Project project, Render render, RenderJob job) {
        return switch (job.status()) {
            case PENDING, PROCESSING -> {
                var state = RenderState.of(job.status());
                yield render.change()
                        .attempt(attempt -> attempt.heard(state, null).alive(clock.instant()))
                        .status(state)
                        .progress(job.progress())
                        .done();
            }
            case COMPLETED -> completed(project, render, job);
            case FAILED -> outcomes.again(render, job.error());
            case CANCELLED -> outcomes.cancelled(render);
        };
    }

    private Render completed(Project project, Render render, RenderJob job) {
        var kept = films.keep(project, render, job);
        boolean hasFilm = kept == Films.Keeping.KEPT || job.outputUrl() != null;
        boolean triesLeft = render.keepTries() + 1 < rules.keepTries() && !outcomes.isOverdue(render);
        if (kept == Films.Keeping.FAILED && (triesLeft || !hasFilm)) {
            return render.change()
                    .keepingFailed()
                    .attempt(attempt -> attempt.alive(clock.instant()))
                    .progress(job.progress())
                    .done();
        }
        nextLook.learn(render, job);
        return render.change()
                .attempt(attempt -> attempt.heard(RenderState.COMPLETED, null))
                .film(job.outputUrl(), kept == Films.Keeping.KEPT, job.report())
                .progress(100)
                .over(RenderState.COMPLETED, null, clock.instant())
                .done();
    }

    /** Before it is given up it is looked at once more: nobody may have looked for long. */
    private Render last(Render render) {
        var why = "it still goes on there";
        try {
            var project = project(render);
            var job = ask(project, render).filter(asked -> asked.status() == RenderStatus.COMPLETED);
            var seen = job.map(done -> completed(project, render, done)).orElse(render);
            if (seen.status().isOver()) {
                return seen;
            }
            project.cancel(render.current().upstreamId());
        } catch (Problem refused) {
            why = refused.detail();
        }
        return render.cancelAsked() ? outcomes.cancelled(render) : outcomes.givenUp(render, why);
    }

    private Render cancel(Project project, Render render) {
        try {
            project.cancel(render.current().upstreamId());
            return outcomes.cancelled(render);
        } catch (Problem problem) {
            if (problem.code().retryable()) {
                throw problem;
            }
            return notCancelled(project, render, problem);
        }
    }

    /** It was finished before, or the upstream cancels nothing, or a request to submit it is still on its way there. */
    private Render notCancelled(Project project, Render render, Problem why) {
        var job = ask(project, render);
        if (job.isEmpty()) {
            return render.current().mayBeOnItsWay(clock.instant()) ? render : outcomes.cancelled(render);
        }
        return switch (job.get().status()) {
            case COMPLETED -> completed(project, render, job.get());
            case FAILED, CANCELLED -> outcomes.cancelled(render);
            case PENDING, PROCESSING ->
                why.code() == ProblemCode.NOT_FOUND
                        ? missing(render, () -> outcomes.cancelled(render))
                        : outcomes.cancelled(render);
        };
    }
}

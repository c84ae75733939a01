package dev.beatcut.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.nemo.RenderJob;
import dev.beatcut.nemo.RenderStatus;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemBody;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.Project;
import dev.beatcut.session.Projects;
import dev.beatcut.state.Packed;
import dev.beatcut.state.Records;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The next step of an export that is not over: what is asked of the upstream, and what its answer makes of the row. Who
 * calls holds the row's lease, and stores what comes back.
 */
final class NextStep {

    /** An upstream that knew a job and says for so long that it does not has forgotten it. */
    static final Duration MISSING_FOR = Duration.ofSeconds(50);

    private final Records<Packed> drafts;
    private final ObjectMapper json;
    private final Projects projects;
    private final Films films;
    private final Experience experience;
    private final InstantSource clock;
    private final Supplier<String> upstreamIds;
    private final Ledger.Rules rules;

    NextStep(
            Records<Packed> drafts,
            ObjectMapper json,
            Projects projects,
            Films films,
            Experience experience,
            InstantSource clock,
            Supplier<String> upstreamIds,
            Ledger.Rules rules) {
        this.drafts = drafts;
        this.json = json;
        this.projects = projects;
        this.films = films;
        this.experience = experience;
        this.clock = clock;
        this.upstreamIds = upstreamIds;
        this.rules = rules;
    }

    /** Of one that was just written: the upstream cannot have heard of it. */
    Render first(Render render) {
        return submit(project(render), render);
    }

    /** @throws Problem what is not known now: the same step is taken later, until the export is given up */
    Render of(Render render) {
        if (hasRunTooLong(render)) {
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
                .orElseGet(() -> missing(render, () -> again(render, "The upstream no longer knows this export.")));
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
        var draft = drafts.get(render.draftKey()).orElseThrow().value().text();
        var untilAnswered = rules.lease().dividedBy(3);
        if (!clock.instant().plus(untilAnswered).isBefore(attempt.submitBy())) {
            return render;
        }
        try {
            return heard(project, render, project.submit(attempt.upstreamId(), tree(draft), render.output()));
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
                .orElseGet(() -> failed(render, refused));
    }

    /** A draft as it was kept. */
    JsonNode tree(String draft) {
        try {
            return json.readTree(draft);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
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
            case FAILED -> again(render, job.error());
            case CANCELLED -> cancelled(render);
        };
    }

    private Render completed(Project project, Render render, RenderJob job) {
        var kept = films.keep(project, render, job);
        boolean hasFilm = kept == Films.Keeping.KEPT || job.outputUrl() != null;
        boolean triesLeft = render.keepTries() + 1 < rules.keepTries() && !hasRunTooLong(render);
        if (kept == Films.Keeping.FAILED && (triesLeft || !hasFilm)) {
            return render.change()
                    .keepingFailed()
                    .attempt(attempt -> attempt.alive(clock.instant()))
                    .progress(job.progress())
                    .done();
        }
        learn(render, job);
        return render.change()
                .attempt(attempt -> attempt.heard(RenderState.COMPLETED, null))
                .film(job.outputUrl(), kept == Films.Keeping.KEPT, job.report())
                .progress(100)
                .over(RenderState.COMPLETED, null, clock.instant())
                .done();
    }

    private void learn(Render render, RenderJob job) {
        if (rules.pace().fixed() == null && render.keepTries() == 0) {
            experience.add(Duration.ofMillis(render.filmMs()), took(render.current(), job));
        }
    }

    /** What the upstream does not tell lies anywhere between the last look at the running one and now. */
    private Duration took(Attempt attempt, RenderJob job) {
        if (job.took() != null) {
            return job.took();
        }
        var running = attempt.aliveAt() == null ? attempt.begins() : attempt.aliveAt();
        long unseen = Duration.between(running, clock.instant()).toMillis();
        long somewhere = unseen * Math.floorMod(attempt.upstreamId().hashCode(), 1000) / 1000;
        return Duration.between(attempt.begins(), running).plusMillis(somewhere);
    }

    /** The wire's rule: a failed job is tried again under a new id, so often and no more. */
    private Render again(Render render, String error) {
        if (render.cancelAsked()) {
            return cancelled(render);
        }
        var failed = render.change().attempt(attempt -> attempt.heard(RenderState.FAILED, error));
        if (render.attempts().size() < rules.attempts()) {
            return failed.newAttempt(Attempt.begun(upstreamIds.get(), clock.instant()))
                    .done();
        }
        var problem = new Problem(
                ProblemCode.RENDER_FAILED,
                "The export failed " + rules.attempts() + " times: " + (error == null ? "no reason was given." : error),
                "Look at the timeline, change what the reason names, and export again.");
        return failed.over(RenderState.FAILED, ProblemBody.of(problem), clock.instant())
                .done();
    }

    /** What the upstream refuses for good. */
    private Render failed(Render render, Problem problem) {
        return render.change()
                .attempt(attempt -> attempt.heard(RenderState.FAILED, problem.detail()))
                .over(RenderState.FAILED, ProblemBody.of(problem), clock.instant())
                .done();
    }

    private boolean hasRunTooLong(Render render) {
        return rules.giveUpAfter()
                .map(longest -> !clock.instant().isBefore(render.createdAt().plus(longest)))
                .orElse(false);
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
        return render.cancelAsked() ? cancelled(render) : gaveUp(render, why);
    }

    private Render gaveUp(Render render, String why) {
        return failed(
                render,
                new Problem(
                        ProblemCode.RENDER_FAILED,
                        "The upstream has not finished the export within "
                                + rules.giveUpAfter().orElseThrow().toMinutes() + " min, and it was given up: " + why,
                        "Export again; a deployment waits longer with beatcut.render.give-up-after."));
    }

    private Render cancel(Project project, Render render) {
        try {
            project.cancel(render.current().upstreamId());
            return cancelled(render);
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
            return render.current().mayBeOnItsWay(clock.instant()) ? render : cancelled(render);
        }
        return switch (job.get().status()) {
            case COMPLETED -> completed(project, render, job.get());
            case FAILED, CANCELLED -> cancelled(render);
            case PENDING, PROCESSING ->
                why.code() == ProblemCode.NOT_FOUND ? missing(render, () -> cancelled(render)) : cancelled(render);
        };
    }

    private Render cancelled(Render render) {
        return render.change()
                .attempt(attempt -> attempt.heard(RenderState.CANCELLED, null))
                .over(RenderState.CANCELLED, null, clock.instant())
                .done();
    }

    /** When the row is to be looked at again. */
    Instant due(Render render, Duration atLeast) {
        var attempt = render.current();
        var now = clock.instant();
        if (attempt.isUntried()) {
            return now;
        }
        var wait = wait(render, attempt, now);
        return now.plus(wait.compareTo(atLeast) > 0 ? wait : atLeast);
    }

    /** What the upstream has not taken yet does not come to its end there. */
    private Duration wait(Render render, Attempt attempt, Instant now) {
        var taken = render.taken().stream().map(Duration::ofMillis).toList();
        return attempt.status() == RenderState.SUBMITTING
                ? rules.pace().again()
                : rules.pace().next(taken, Duration.between(attempt.begins(), now));
    }

    List<Long> experience(Duration film) {
        return rules.pace().fixed() != null
                ? List.of()
                : experience.with(film).stream().map(Duration::toMillis).toList();
    }
}

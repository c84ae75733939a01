package dev.beatcut.render;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemBody;
import dev.beatcut.problem.ProblemCode;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What becomes of an export whose job brings no film: tried anew, failed, cancelled, given up. */
final class Outcomes {

    private final InstantSource clock;
    private final Supplier<String> upstreamIds;
    private final Ledger.Rules rules;

    Outcomes(InstantSource clock, Supplier<String> upstreamIds, Ledger.Rules rules) {
        this.clock = clock;
        this.upstreamIds = upstreamIds;
        this.rules = rules;
    }

    /** The wire's rule: a failed job is tried again under a new id, so often and no more. */
    Render again(Render render, String error) {
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
    Render failed(Render render, Problem problem) {
        return render.change()
                .attempt(attempt -> attempt.heard(RenderState.FAILED, problem.detail()))
                .over(RenderState.FAILED, ProblemBody.of(problem), clock.instant())
                .done();
    }

    /** Whether it has had all the time that there is. */
    boolean isOverdue(Render render) {
        return rules.giveUpAfter()
                .map(longest -> !clock.instant().isBefore(render.createdAt().plus(longest)))
                .orElse(false);
    }

    Render givenUp(Render render, String why) {
        return failed(
                render,
                new Problem(
                        ProblemCode.RENDER_FAILED,
                        "The upstream has not finished the export within "
                                + rules.giveUpAfter().orElseThrow().toMinutes() + " min, and it was given up: " + why,
                        "Export again; a deployment waits longer with beatcut.render.give-up-after."));
    }

    Render cancelled(Render render) {
        return render.change()
                .attempt(attempt -> attempt.heard(RenderState.CANCELLED, null))
                .over(RenderState.CANCELLED, null, clock.instant())
                .done();
    }
}

package dev.beatcut.render;

import dev.beatcut.nemo.RenderJob;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** When an export is looked at again, by what is known of how long such ones take. */
final class NextLook {

    private final Pace pace;
    private final Experience experience;
    private final InstantSource clock;

    NextLook(Pace pace, Experience experience, InstantSource clock) {
        this.pace = pace;
        this.experience = experience;
        this.clock = clock;
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
                ? pace.again()
                : pace.next(taken, Duration.between(attempt.begins(), now));
    }

    /** What is known of films about as long, ms, shortest first. */
    List<Long> experience(Duration film) {
        return pace.fixed() != null
                ? List.of()
                : experience.with(film).stream().map(Duration::toMillis).toList();
    }

    /** From one that has come to its end. */
    void learn(Render render, RenderJob job) {
        if (pace.fixed() == null && render.keepTries() == 0) {
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
}

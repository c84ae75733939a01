package dev.beatcut.chat;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.Project;
import dev.beatcut.session.Session;
import dev.beatcut.timeline.Changes;
import dev.beatcut.timeline.Draft;
import dev.beatcut.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks at the state for what became of a turn. */
final class StateWatch {

    private final Project project;
    private final Session session;
    private final Timeline before;
    private final Looks looks;
    private final TurnRecorder recorder;
    private final Shift shift;
    private final InstantSource clock;

    /** @param before as it was when the turn was sent */
    StateWatch(
            Project project,
            Session session,
            Timeline before,
            Looks looks,
            TurnRecorder recorder,
            Shift shift,
            InstantSource clock) {
        this.project = project;
        this.session = session;
        this.before = before;
        this.looks = looks;
        this.recorder = recorder;
        this.shift = shift;
        this.clock = clock;
    }

    Look once() {
        try {
            var draft = project.state().draft();
            if (draft == null && before.hasSegments()) {
                return new Look.Unreadable(lost()); // an edit may empty a timeline, but takes no draft away
            }
            var now = Draft.read(draft);
            var changes = Changes.between(before, now).stream()
                    .map(change -> change.say(session.language()))
                    .toList();
            return new Look.Seen(now, changes);
        } catch (Problem why) {
            return new Look.Unreadable(why);
        }
    }

    /** Once, or a few times where it cannot be read. */
    Look untilReadable() {
        return until(look -> !(look instanceof Look.Unreadable));
    }

    /** A few times, where nothing has changed yet. */
    Look untilChanged() {
        return until(Look::changed);
    }

    private Look until(Predicate<Look> enough) {
        var look = once();
        for (var wait : looks.silent()) {
            if (enough.test(look) || look.isLost() || !rest(clock.instant().plus(wait))) {
                return look;
            }
            look = once();
        }
        return look;
    }

    /** The look that decides: a change, or the last one; empty if the worker has to go first. */
    Optional<Look> untilTold() {
        while (rest(looks.next(recorder.turn().looking()))) {
            var look = once();
            var looking = recorder.turn().looking();
            if (look.changed()) {
                return looks.seesAll(looking) ? Optional.of(look) : again(look);
            }
            if (looks.isLast(looking) || look.isLost()) {
                return Optional.of(look);
            }
            recorder.write(recorder.turn().looking(looking.again(clock.instant())));
        }
        return Optional.empty();
    }

    /** A change that comes by itself may be the first of several. */
    private Optional<Look> again(Look first) {
        if (!rest(clock.instant().plus(looks.between()))) {
            return Optional.empty();
        }
        var second = once();
        return Optional.of(second instanceof Look.Unreadable ? first : second);
    }

    private static Problem lost() {
        return new Problem(
                ProblemCode.UPSTREAM_SESSION_GONE,
                "The upstream no longer has this project's timeline: it was opened there anew meanwhile.",
                "Say again what to make of the files.");
    }

    private boolean rest(Instant until) {
        for (var now = clock.instant(); now.isBefore(until); now = clock.instant()) {
            var next = until.isBefore(recorder.nextNote()) ? until : recorder.nextNote();
            if (!shift.rest(Duration.between(now, next))) {
                return false;
            }
            recorder.alive();
        }
        return !shift.isUp();
    }
}

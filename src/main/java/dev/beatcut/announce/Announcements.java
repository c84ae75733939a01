package dev.beatcut.announce;

import dev.beatcut.outside.Outside;
import dev.beatcut.problem.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Tells each destination on its own: what fails at one is no matter to the others. */
final class Announcements implements Announcer {

    private static final Logger LOG = Logger.getLogger(Announcements.class);

    /** Step Functions' own limit. */
    private static final int LONGEST_TOKEN = 2048;

    private final Map<Destination, Channel> channels;
    private final Outside outside;
    private final Optional<Tasks> tasks;
    private final InstantSource clock;
    private final RandomGenerator jitter;

    /** @param channels to the destinations that there are in this deployment */
    Announcements(
            Map<Destination, Channel> channels,
            Outside outside,
            Optional<Tasks> tasks,
            InstantSource clock,
            RandomGenerator jitter) {
        this.channels = channels;
        this.outside = outside;
        this.tasks = tasks;
        this.clock = clock;
        this.jitter = jitter;
    }

    @Override
    public Announcement tell(Announcement before, Happening what) {
        var now = before;
        for (var destination : Destination.values()) {
            if (now.due(destination, clock.instant())) {
                now = tell(now, destination, what);
            }
        }
        return now;
    }

    private Announcement tell(Announcement before, Destination destination, Happening what) {
        var channel = channels.get(destination);
        if (channel == null) {
            return before.without(destination);
        }
        var at = clock.instant();
        var outcome = attempt(channel, before.audience(), what);
        return before.tried(destination, at, outcome, again(destination, before.tries(destination) + 1, outcome));
    }

    private Optional<Instant> again(Destination destination, int tries, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed ->
                destination
                        .backoff()
                        .after(tries, failed.notBefore(), jitter)
                        .map(clock.instant()::plus);
            case Outcome.Delivered delivered -> Optional.empty();
            case Outcome.GivenUp givenUp -> Optional.empty();
        };
    }

    /** A defect on the way to one destination is a failure there, and to be mended; the others are told all the same. */
    private static Outcome attempt(Channel channel, Audience audience, Happening what) {
        try {
            return channel.tell(audience, what);
        } catch (RuntimeException unforeseen) {
            LOG.errorf(unforeseen, "%s was not told to a destination", what.id());
            return new Outcome.Failed(null, "It failed here; the operator's log says why.", null);
        }
    }

    @Override
    public void check(Audience audience) {
        if (audience.webhook() != null) {
            outside.check(audience.webhook());
        }
        if (audience.taskToken() != null) {
            check(audience.taskToken());
        }
    }

    private void check(String token) {
        if (tasks.isEmpty()) {
            throw Problem.invalid(
                    "A taskToken was given, but this deployment answers no tasks of Step Functions.",
                    "Leave it out and name a \"webhook\", or set beatcut.announce.step-functions=true where there are AWS "
                            + "credentials.");
        }
        if (token.isBlank() || token.length() > LONGEST_TOKEN) {
            throw Problem.invalid(
                    "The taskToken has " + token.length() + " characters; 1 to " + LONGEST_TOKEN + " are accepted.",
                    "Pass the token of the task as it is: $$.Task.Token.");
        }
    }

    /** What goes wrong is no matter here: the next heartbeat comes with the next look at the work. */
    @Override
    public void alive(Audience audience) {
        if (audience.taskToken() != null) {
            tasks.ifPresent(present -> present.alive(audience.taskToken()));
        }
    }
}

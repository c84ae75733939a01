package dev.beatcut.announce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.beatcut.observe.Measure;
import dev.beatcut.observe.Observer;
import dev.beatcut.problem.ProblemBody;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Tells each destination on its own: what fails at one is no matter to the others. */
final class Announcements implements Announcer {

    private static final Logger LOG = Logger.getLogger(Announcements.class);

    private final Map<Destination, Channel> channels;
    private final InstantSource clock;
    private final RandomGenerator jitter;
    private final Observer observer;

    /** @param channels where there is none there is nobody */
    Announcements(Map<Destination, Channel> channels, InstantSource clock, RandomGenerator jitter, Observer observer) {
        this.observer = observer;
        this.channels = channels;
        this.clock = clock;
        this.jitter = jitter;
    }

    @Override
    public Announcement tell(Announcement before, Happening what) {
        var now = before;
        for (var destination : Destination.values()) {
            if (now.due(destination, clock.instant())) {
                now = channels.containsKey(destination) ? tell(now, destination, what) : now.without(destination);
            }
        }
        return now;
    }

    private Announcement tell(Announcement before, Destination destination, Happening what) {
        var at = clock.instant();
        var outcome = attempt(channels.get(destination), before.audience(), what);
        var again = again(destination, before.tries(destination) + 1, outcome);
        if (again.isEmpty() && !(outcome instanceof Outcome.Delivered)) {
            observer.count(Measure.ANNOUNCEMENT_GIVEN_UP, destination.name());
            LOG.warnf("%s is told to %s no more: %s", what.id(), destination, outcome.reason());
        }
        return before.tried(destination, at, outcome, again);
    }

    private Optional<Instant> again(Destination destination, int tries, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed ->
                destination.backoff().after(tries, failed.notBefore(), jitter).map(clock.instant()::plus);
            case Outcome.Delivered delivered -> Optional.empty();
            case Outcome.GivenUp givenUp -> Optional.empty();
        };
    }

    /**
     * A defect on the way to one destination is a failure there, and to be mended; the others are told all the same.
     */
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
        channels.values().forEach(channel -> channel.check(audience));
    }

    @Override
    public void alive(Audience audience) {
        try {
            channels.values().forEach(channel -> channel.alive(audience));
        } catch (RuntimeException unforeseen) {
            LOG.error("A heartbeat was not told", unforeseen);
        }
    }

    @Override
    public void refused(String taskToken, ProblemBody why) {
        if (taskToken == null || !channels.containsKey(Destination.TASK)) {
            return;
        }
        var data = JsonNodeFactory.instance.objectNode();
        data.putObject("problem")
                .put("code", why.code())
                .put("detail", why.detail())
                .put("next", why.next());
        var what = new Happening("evt_refused", "render.refused", clock.instant(), "", true, data);
        var outcome = attempt(channels.get(Destination.TASK), new Audience(null, taskToken), what);
        if (!(outcome instanceof Outcome.Delivered)) {
            LOG.warnf("A task was not told of %s: %s", why.code(), outcome.reason());
        }
    }
}

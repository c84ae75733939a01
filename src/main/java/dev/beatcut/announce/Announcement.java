package dev.beatcut.announce;

import dev.beatcut.announce.Delivery.Result;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the telling of one end is. It is kept in the record that it is about, which stays due until it is out.
 *
 * @param from when it came to the end
 * @param progress of everybody who is to be told, each on its own
 * @param deliveries the last tries, oldest first
 */
public record Announcement(
        Audience audience, Instant from, Map<Destination, Progress> progress, List<Delivery> deliveries) {

    /** The record that holds it has a limit. */
    static final int DELIVERIES_KEPT = 20;

    public Announcement {
        deliveries = List.copyOf(deliveries);
    }

    /** Whether the deployment has an event bus is the {@link Announcer}'s to know. */
    public static Announcement to(Audience audience, Instant from) {
        var progress = new EnumMap<Destination, Progress>(Destination.class);
        progress.put(Destination.EVENT_BUS, Progress.waiting(from));
        return new Announcement(Audience.NOBODY, from, progress, List.of()).to(audience);
    }

    /** The latest audience wins, and is told at once even if another one was. Who was told already is not told again. */
    public Announcement to(Audience latest) {
        var next = copy();
        if (isNews(Destination.WEBHOOK, audience.webhook(), latest.webhook())) {
            next.put(Destination.WEBHOOK, Progress.waiting(from));
        }
        if (isNews(Destination.TASK, audience.taskToken(), latest.taskToken())) {
            next.put(Destination.TASK, Progress.waiting(from));
        }
        return new Announcement(audience.or(latest), from, next, deliveries);
    }

    private boolean isNews(Destination destination, Object known, Object latest) {
        return latest != null
                && (!latest.equals(known) || progress.get(destination).givenUp());
    }

    /**
     * Tells the end again, under the same id: to the webhook in any case, to a task or the event bus only what they have
     * not had.
     *
     * @throws Problem CONFLICT if that is nobody
     */
    public Announcement again(Instant now) {
        var next = copy();
        next.replaceAll((destination, before) ->
                destination == Destination.WEBHOOK || !before.delivered() ? Progress.waiting(now) : before);
        if (next.values().stream().allMatch(one -> one.next() == null)) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "There is nobody to tell again: no webhook was given.",
                    "Export again with a \"webhook\", or ask for the export itself.");
        }
        return new Announcement(audience, from, next, deliveries);
    }

    /** When to go on, or empty when everybody has been told or given up. */
    public Optional<Instant> due() {
        return progress.values().stream()
                .map(Progress::next)
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }

    boolean due(Destination destination, Instant now) {
        return progress.containsKey(destination) && progress.get(destination).due(now);
    }

    int tries(Destination destination) {
        return progress.get(destination).tries();
    }

    /** There is nobody at that destination. */
    Announcement without(Destination destination) {
        var next = copy();
        next.remove(destination);
        return new Announcement(audience, from, next, deliveries);
    }

    /** @param again when the next try is made, empty after the last */
    Announcement tried(Destination destination, Instant at, Outcome outcome, Optional<Instant> again) {
        var next = copy();
        var result = result(outcome, again);
        var tried = progress.get(destination).after(result, again);
        next.put(destination, tried);
        var log = new ArrayList<>(deliveries);
        log.add(new Delivery(
                at,
                destination,
                host(destination),
                tried.tries(),
                result,
                outcome.status(),
                outcome.reason(),
                tried.next()));
        var kept = log.subList(Math.max(0, log.size() - DELIVERIES_KEPT), log.size());
        return new Announcement(audience, from, next, kept);
    }

    private static Result result(Outcome outcome, Optional<Instant> again) {
        return switch (outcome) {
            case Outcome.Delivered delivered -> Result.DELIVERED;
            case Outcome.GivenUp givenUp -> Result.GIVEN_UP;
            case Outcome.Failed failed -> again.isPresent() ? Result.FAILED : Result.GIVEN_UP;
        };
    }

    private String host(Destination destination) {
        return destination == Destination.WEBHOOK ? audience.webhook().getHost() : null;
    }

    private Map<Destination, Progress> copy() {
        var copy = new EnumMap<Destination, Progress>(Destination.class);
        copy.putAll(progress);
        return copy;
    }
}

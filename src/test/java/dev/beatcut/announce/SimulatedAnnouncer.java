package dev.beatcut.announce;

import dev.beatcut.observe.Observer;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.random.RandomGenerator;

/** The real {@link Announcements}, with all destinations, for processes that live on a virtual clock. */
public final class SimulatedAnnouncer {

    /** One try to tell somebody. */
    public record Telling(Destination destination, Audience audience, Happening what) {}

    /** The world that is told. */
    @FunctionalInterface
    public interface World {
        Outcome hear(Telling telling);
    }

    private SimulatedAnnouncer() {}

    public static Announcer of(World world, InstantSource clock, RandomGenerator jitter) {
        var channels = new EnumMap<Destination, Channel>(Destination.class);
        for (var destination : Destination.values()) {
            channels.put(destination, (audience, what) -> world.hear(new Telling(destination, audience, what)));
        }
        return new Announcements(channels, clock, jitter, Observer.NONE);
    }

    /** How often somebody is told at most. */
    public static int tries(Destination destination) {
        return destination.backoff().delays().size() + 1;
    }
}

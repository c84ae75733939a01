package dev.beatcut.announce;

import dev.beatcut.outside.Outside;
import dev.beatcut.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
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
        return new Announcements(channels, OPEN, Optional.of(TASKS), clock, jitter);
    }

    /** How often somebody is told at most. */
    public static int tries(Destination destination) {
        return destination.backoff().delays().size() + 1;
    }

    private static final Outside OPEN = new Outside() {
        @Override
        public void check(URI url) throws Problem {}

        @Override
        public Answer post(URI url, Map<String, String> headers, byte[] body, Duration timeout) throws IOException {
            throw new IOException("Channels of their own are told");
        }
    };

    private static final Tasks TASKS = new Tasks() {
        @Override
        public Outcome success(String token, String output) {
            return new Outcome.Delivered(200);
        }

        @Override
        public Outcome failure(String token, String error, String cause) {
            return new Outcome.Delivered(200);
        }

        @Override
        public Outcome alive(String token) {
            return new Outcome.Delivered(200);
        }
    };
}
